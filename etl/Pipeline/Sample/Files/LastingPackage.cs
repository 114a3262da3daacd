using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;

namespace SafetyAnalytics.Pipeline.Sample.Files;

/// <summary>Makes an Office file the same on any day: the library gives the main part a new id each time, and zip entries carry the time of writing.</summary>
internal static class LastingPackage
{
    /// <summary>The earliest instant a zip can state.</summary>
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void NameMainPart(OpenXmlPackage document) => document.ChangeIdOfPart(document.Parts.Single().OpenXmlPart, "rId1");

    public static byte[] WithoutTimes(MemoryStream package)
    {
        package.Position = 0;
        using var result = new MemoryStream();
        using (var from = new ZipArchive(package, ZipArchiveMode.Read))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Fastest);
                copy.LastWriteTime = Timeless;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return result.ToArray();
    }
}
