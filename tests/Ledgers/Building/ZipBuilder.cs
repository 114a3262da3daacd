using System.IO.Compression;
using System.Text;

namespace SafetyAnalytics.Ledgers.Tests.Building;

/// <summary>A zip of text parts, in the order they were set. Deterministic: the same parts give the same bytes.</summary>
public class ZipBuilder
{
    private readonly List<(string Name, byte[] Content)> parts = [];

    /// <summary>Adds a part, or replaces the one of that name.</summary>
    public ZipBuilder Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    public ZipBuilder Part(string name, byte[] content)
    {
        var index = parts.FindIndex(part => part.Name == name);
        if (index < 0) parts.Add((name, content));
        else parts[index] = (name, content);
        return this;
    }

    /// <summary>Adds a part even when there is one of that name.</summary>
    public ZipBuilder Again(string name, string content)
    {
        parts.Add((name, Encoding.UTF8.GetBytes(content)));
        return this;
    }

    public ZipBuilder Without(string name)
    {
        parts.RemoveAll(part => part.Name == name);
        return this;
    }

    public byte[] Bytes()
    {
        Prepare();
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = new DateTimeOffset(2022, 6, 30, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public string Text(string name)
    {
        Prepare();
        return Encoding.UTF8.GetString(parts.Find(part => part.Name == name).Content);
    }

    /// <summary>Writes what the parts are made from, once.</summary>
    protected virtual void Prepare()
    {
    }

    protected bool Has(string name) => parts.Exists(part => part.Name == name);

    protected static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}
