using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>A decision as a sentence.</summary>
internal static class DecisionWords
{
    private const int DigitsShown = 8;

    /// <param name="fileName">The file's name by its hash; null when no file of that content has landed.</param>
    public static string About(PageCulture page, Decision decision, IReadOnlyList<Decision> all, Func<string, string?> fileName)
    {
        var words = page.Words;
        var file = decision.FileSha256 is { } sha ? fileName(sha) ?? sha[..DigitsShown] : "";
        if (decision.Sheet is { } sheet && sheet != file) file = $"{file} · {sheet}";
        var value = PersonalData.Mask(decision.Value ?? "", []);
        return decision.Kind switch
        {
            DecisionKind.FileMonth => words.With("Decision_file_month", file, value),
            DecisionKind.FileSender => words.With("Decision_file_sender", file, value),
            DecisionKind.FileBlankHazard => words.With("Decision_file_blank_hazard", file, words["BlankHazard_" + value]),
            DecisionKind.FileIgnored => words.With("Decision_file_ignored", file),
            DecisionKind.Row => words.With("Decision_row", file, Row(page, decision), words["Row_" + value]),
            DecisionKind.Cell => words.With("Decision_cell", file, Row(page, decision), decision.ColumnName ?? "", PersonalData.Mask(decision.Was ?? "", []), value),
            DecisionKind.Seed => words.With("Decision_seed", SeedName(page, decision.Seed!), decision.SeedKey ?? "", value),
            DecisionKind.UnitSame or DecisionKind.UnitDifferent or DecisionKind.UnitRenamed or DecisionKind.UnitMoved =>
                words.With("Decision_" + SnakeCase.Of(decision.Kind), Unit(decision.Detail.Unit), Unit(decision.Detail.OtherUnit)),
            DecisionKind.HazardSame or DecisionKind.HazardDifferent => words.With("Decision_" + SnakeCase.Of(decision.Kind), file, Row(page, decision), Other(page, decision, fileName)),
            >= DecisionKind.HazardCancel and <= DecisionKind.HazardDue => words.With("Decision_" + SnakeCase.Of(decision.Kind), file, Row(page, decision), value),
            DecisionKind.MonthClose or DecisionKind.MonthReopen => words.With("Decision_" + SnakeCase.Of(decision.Kind), value),
            DecisionKind.Target or DecisionKind.Progress => words.With("Decision_" + SnakeCase.Of(decision.Kind), decision.Detail.Subject ?? "", decision.Detail.Month ?? "", decision.Detail.Department ?? decision.Detail.Community ?? "", value),
            DecisionKind.Period => words.With("Decision_period", decision.Detail.Subject ?? "", decision.Detail.From ?? "", value),
            DecisionKind.Annotation => words.With("Decision_annotation", decision.Detail.From ?? "", value),
            _ => words.With("Decision_undo", all.FirstOrDefault(one => one.Id == decision.Undoes) is { } undone ? About(page, undone, all, fileName) : decision.Undoes ?? ""),
        };
    }

    public static string SeedName(PageCulture page, string seed) => WordSeed.All.Any(known => known.Seed == seed) ? page.Words["Seed_" + seed] : seed;

    private static string Unit(UnitSpelling? unit) => unit is null ? "" : PersonalData.Mask(unit.Address is null ? unit.Name : $"{unit.Name}（{unit.Address}）", []);

    private static string Other(PageCulture page, Decision decision, Func<string, string?> fileName) =>
        decision.Detail.Other is { } other ? $"{fileName(other.FileSha256) ?? other.FileSha256[..DigitsShown]} {other.Sheet} {other.RowNumber.ToString(page.Culture)}" : "";

    private static string Row(PageCulture page, Decision decision) => decision.RowNumber?.ToString(page.Culture) ?? "";
}

/// <summary>A seed whose words can be seen and added to on the page.</summary>
/// <param name="Column">Which of its columns is the list of words.</param>
/// <param name="Codes">Problems that such a word may solve; none where nothing waits for want of one.</param>
internal sealed record WordSeed(string Seed, string Column, IReadOnlyList<string> Codes)
{
    public static IReadOnlyList<WordSeed> All { get; } =
    [
        new("header_names", "names", ["unknown_column", "missing_column", "no_header"]),
        new("status_words", "words", ["status_unreadable", "status_conflict"]),
        new("deadline_words", "words", ["due_unreadable"]),
        new("submitters", "aliases", ["unknown_sender"]),
        new("departments", "aliases", []),
        new("communities", "aliases", []),
        new("sectors", "aliases", []),
    ];

    public static WordSeed Of(string? name) => All.FirstOrDefault(seed => seed.Seed == name) ?? All[0];
}
