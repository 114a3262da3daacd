using SafetyAnalytics.Warehouse.Publishing;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Web.Reports;

/// <summary>Files of published snapshots to take away: those their manifest names, and no others.</summary>
internal static class ReportFiles
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet($"/{ReportAddress.Page}/files/{{snapshot}}/{{**path}}", File);

    /// <summary>404: no snapshot of that name, or it holds no such file.</summary>
    private static IResult File(string snapshot, string path, PublishedDirectory published)
    {
        if (!SnapshotName.TryParse(snapshot, out var name)) return TypedResults.NotFound();
        var folder = Path.Combine(published.DirectoryPath, name.Text);
        if (!Knows(folder, path) || !System.IO.File.Exists(Path.Combine(folder, path))) return TypedResults.NotFound();
        return TypedResults.PhysicalFile(Path.GetFullPath(Path.Combine(folder, path)), TypeOf(path), $"{name.Text}-{Path.GetFileName(path)}");
    }

    private static bool Knows(string folder, string path)
    {
        if (path is SnapshotManifest.FileName or SnapshotVerification.SumsFileName) return true;
        try
        {
            return SnapshotManifest.Read(folder).Files.Any(file => file.Path == path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".json" => "application/json",
        ".md" => "text/markdown; charset=utf-8",
        _ => "application/octet-stream",
    };
}
