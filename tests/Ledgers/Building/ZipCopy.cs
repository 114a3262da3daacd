using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace SafetyAnalytics.Ledgers.Tests.Building;

/// <summary>A zip taken apart to change some of its parts, as another program would.</summary>
public sealed class ZipCopy : ZipBuilder
{
    public ZipCopy(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            Part(entry.FullName, content.ToArray());
        }
    }

    public ZipCopy With(string part, XDocument xml)
    {
        Part(part, Encoding.UTF8.GetBytes(xml.ToString(SaveOptions.DisableFormatting)));
        return this;
    }
}
