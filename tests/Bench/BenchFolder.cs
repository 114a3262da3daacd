using SafetyAnalytics.Pipeline;

namespace SafetyAnalytics.Bench;

/// <summary>The temporary folder of one run: the ledgers made for it, and what the works make of them.</summary>
internal sealed record BenchFolder(string Path)
{
    public string Ledgers(string set) => System.IO.Path.Combine(Path, "ledgers", set);

    /// <summary>The files of a set, in ordinal order.</summary>
    public IReadOnlyList<string> Files(string set) => LedgerFiles.Of([Ledgers(set)]).Ledgers;

    /// <summary>The data directory that the river of a set left behind.</summary>
    public DataDirectory Data(string set) => new(System.IO.Path.Combine(Path, "data", set));

    /// <summary>A data directory, or a file, with nothing in it yet.</summary>
    public string Fresh(string name)
    {
        var path = System.IO.Path.Combine(Path, "data", name);
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        Directory.CreateDirectory(path);
        return path;
    }
}
