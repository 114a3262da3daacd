using System.IO.Compression;

namespace SafetyAnalytics.Charts.Report.Office;

/// <summary>Zips that are the same whenever they are written.</summary>
internal static class LastingZip
{
    /// <summary>The earliest moment a zip can tell.</summary>
    private static readonly DateTimeOffset s_timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> bytes)
    {
        // What is compressed already only costs time.
        var entry = zip.CreateEntry(name, Path.GetExtension(name) is ".png" or ".docx" or ".xlsx" ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
        entry.LastWriteTime = s_timeless;
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    /// <summary>The same package without the times its library wrote into it, parts in a fixed order.</summary>
    public static byte[] WithoutTimes(MemoryStream package)
    {
        package.Position = 0;
        using var result = new MemoryStream();
        using (var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                using var source = entry.Open();
                using var bytes = new MemoryStream();
                source.CopyTo(bytes);
                Add(to, entry.FullName, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            }
        }

        return result.ToArray();
    }
}
