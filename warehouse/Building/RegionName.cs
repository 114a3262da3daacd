namespace SafetyAnalytics.Warehouse.Building;

/// <summary>
/// The region whose ledgers a build reads: the setting <c>region</c> of the seed <c>thresholds</c>. Regions build apart; each published table carries the name as its last column,
/// and the Parquet tree as a folder, so that many regions are read as one.
/// </summary>
public static class RegionName
{
    public const string Column = "region";

    private static readonly char[] s_unfit = ['/', '\\', '=', '%', '*', '?', '{', '}', '[', ']', '\'', '"', '\n', '\r', '\t', '\0'];

    /// <exception cref="SeedException">There is none, or it cannot be the name of a folder.</exception>
    public static string Of(Seeds seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        var name = seeds["thresholds"].Records.FirstOrDefault(row => row["threshold"] == Column)?["value"].Trim() ?? "";
        return name.Length is > 0 and <= 60 && name.IndexOfAny(s_unfit) < 0 && name[0] != '.'
            ? name
            : throw new SeedException($"Seed 'thresholds': {Column} is '{name}', but must be a name of 1 to 60 characters without / \\ = % and wildcards.");
    }
}
