using System.Reflection;
using System.Text;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>The .sql and .csv files of this folder, which travel inside the assembly under their paths.</summary>
public static class Embedded
{
    private static readonly Assembly s_home = typeof(Embedded).Assembly;

    /// <summary>Paths below <paramref name="folder"/> such as <c>models/marts/hazards/mart_hazard.sql</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> Paths(string folder) =>
        [.. s_home.GetManifestResourceNames().Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static string Text(string path)
    {
        using var stream = s_home.GetManifestResourceStream(path)
            ?? throw new ArgumentException($"The warehouse holds no file '{path}'.", nameof(path));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
