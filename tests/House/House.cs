using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace SafetyAnalytics.House.Tests;

/// <summary>The repository as it lies on disk, for the laws that no compiler keeps.</summary>
internal static class House
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>Files that people wrote, by path relative to the root with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or ".git" or "TestResults" or "node_modules"))
            .Where(path => !path.StartsWith("data/", StringComparison.Ordinal) && !path.StartsWith("notebooks/out/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IEnumerable<string> Named(string ending) => Files.Where(path => path.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Project name → the names of the projects it refers to.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Arrows { get; } = Named(".csproj").ToDictionary(
        path => Path.GetFileNameWithoutExtension(path),
        IReadOnlyList<string> (path) => [.. Includes(path, "ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/'))).Order(StringComparer.Ordinal)],
        StringComparer.Ordinal);

    /// <summary>Fails with the list of those that break the law.</summary>
    public static void HasNo<T>(IEnumerable<T> offenders)
    {
        var all = offenders.Select(offender => $"  {offender}").ToList();
        Assert.True(all.Count == 0, $"{all.Count} break this law:\n{string.Join('\n', all)}");
    }

    public static IEnumerable<string> Packages(string projectPath) => Includes(projectPath, "PackageReference");

    private static IEnumerable<string> Includes(string projectPath, string element) =>
        XDocument.Parse(Text(projectPath)).Descendants(element).Select(reference => reference.Attribute("Include")!.Value);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
