using System.IO.Compression;

namespace SafetyAnalytics.Ledgers.Office;

/// <summary>The parts of an Office file, by name without regard to case. Nothing is ever written out, so names that climb folders lead nowhere.</summary>
internal sealed class OfficePackage : IDisposable
{
    private readonly LedgerInput input;
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> twice = new(StringComparer.OrdinalIgnoreCase);
    private long inflated;

    private OfficePackage(LedgerInput input, ZipArchive archive)
    {
        this.input = input;
        this.archive = archive;
        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (name.Length == 0 || name.EndsWith('/')) continue;
            if (!parts.TryAdd(name, entry)) twice.Add(name);
        }
    }

    public static OfficePackage Open(LedgerInput input)
    {
        var meter = new DirectoryMeter(input) { Position = 0 };
        var zip = new ZipArchive(meter, ZipArchiveMode.Read, leaveOpen: true);
        var package = new OfficePackage(input, zip);
        meter.Lift();
        return package;
    }

    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>The part's xml from its beginning.</summary>
    /// <exception cref="LedgerFormatException"><c>malformed</c>: the part is missing or stored twice. <c>encrypted</c>: it needs a password.</exception>
    public XmlCursor Open(string part, string? table = null)
    {
        if (!parts.TryGetValue(part, out var entry)) throw Faults.Malformed(input, $"缺少部件 {part}", $"part {part} is missing", table);
        if (twice.Contains(part)) throw Faults.Malformed(input, $"部件 {part} 重复", $"part {part} is stored twice", table);
        if (entry.IsEncrypted) throw Faults.Encrypted(input);
        return new XmlCursor(input, new PartStream(entry.Open(), input, entry.CompressedLength, entry.Crc32, Spend));
    }

    /// <summary>What the part refers to inside the file; empty when it has no relationships. The file itself is the part <c>""</c>.</summary>
    public IReadOnlyList<Relationship> RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var name = $"{part[..slash]}_rels/{part[slash..]}.rels";
        var found = new List<Relationship>();
        if (!Has(name)) return found;

        using var cursor = Open(name);
        while (cursor.Read())
        {
            if (!cursor.IsElement || cursor.Name != "Relationship" || cursor.Attribute("TargetMode") == "External") continue;
            if (cursor.Attribute("Id") is { } id && cursor.Attribute("Type") is { } type && cursor.Attribute("Target") is { } target)
            {
                found.Add(Relationship.Of(part, id, type, target));
            }
        }

        return found;
    }

    public void Dispose() => archive.Dispose();

    private void Spend(int bytes)
    {
        inflated += bytes;
        if (inflated > input.Limits.PartBytes) throw Faults.TooLarge(input, "解压后字节数", "bytes after inflating", input.Limits.PartBytes);
    }
}
