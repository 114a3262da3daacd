using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Web.Hazards;

/// <summary>What can be decided of a hazard as it stands, and how a decision names it: by the ledger item that first shows it, for its key changes with what is known.</summary>
internal static class HazardDecisions
{
    private static readonly DecisionKind[] s_always =
        [DecisionKind.HazardCategory, DecisionKind.HazardLevel, DecisionKind.HazardDepartment, DecisionKind.HazardCommunity, DecisionKind.HazardSector];

    /// <summary>What makes sense for a hazard of this status; whether it has others beside it to be joined with is the page's to know.</summary>
    public static IReadOnlyList<DecisionKind> Possible(string status) => status switch
    {
        "verified" => [DecisionKind.HazardReopen, DecisionKind.HazardCancel, .. s_always],
        "rectified" => [DecisionKind.HazardVerify, DecisionKind.HazardReopen, DecisionKind.HazardCancel, .. s_always],
        "cancelled" => [DecisionKind.HazardReopen],
        _ => [DecisionKind.HazardRectify, DecisionKind.HazardVerify, DecisionKind.HazardDue, DecisionKind.HazardCancel, .. s_always],
    };

    /// <param name="from">Day or month; blank: when it is decided.</param>
    public static NewDecision About(NewDecision made, DecisionKind kind, LedgerItem item, string? value = null, string? from = null) => made with
    {
        Kind = kind,
        FileSha256 = item.FileSha256,
        Sheet = item.Sheet,
        RowNumber = item.RowNumber,
        Value = value,
        Detail = new DecisionDetail { ItemNo = item.ItemNo, From = string.IsNullOrWhiteSpace(from) ? null : from.Trim() },
    };

    /// <summary>That two ledger items are one hazard, or two.</summary>
    public static NewDecision Pair(NewDecision made, DecisionKind kind, LedgerItem item, LedgerItem other)
    {
        var about = About(made, kind, item);
        return about with { Detail = about.Detail with { Other = new ItemPlace(other.FileSha256, other.Sheet, other.RowNumber, other.ItemNo) } };
    }

    /// <summary>Whether a decision is about a hazard that these items show. A sheet may go by several names; file, row and item say enough.</summary>
    public static bool Concerns(Decision decision, IReadOnlyList<LedgerItem> items) =>
        decision.Kind is >= DecisionKind.HazardSame and <= DecisionKind.HazardDue
        && items.Any(item => (item.FileSha256 == decision.FileSha256 && item.RowNumber == decision.RowNumber && item.ItemNo == (decision.Detail.ItemNo ?? 1))
            || (decision.Detail.Other is { } other && item.FileSha256 == other.FileSha256 && item.RowNumber == other.RowNumber && item.ItemNo == other.ItemNo));

    /// <summary>The seed that holds the values of a kind, and its column; null where a kind takes none of a seed.</summary>
    public static (string Seed, string Column)? SeedOf(DecisionKind kind) => kind switch
    {
        DecisionKind.HazardCategory => ("hazard_categories", "category"),
        DecisionKind.HazardDepartment => ("departments", "department"),
        DecisionKind.HazardCommunity => ("communities", "community"),
        DecisionKind.HazardSector => ("sectors", "sector"),
        _ => null,
    };

    /// <summary>What the hazard has now of what a kind decides.</summary>
    public static string? ValueOf(HazardRow row, DecisionKind kind) => kind switch
    {
        DecisionKind.HazardCategory => row.Category,
        DecisionKind.HazardLevel => row.Level,
        DecisionKind.HazardDepartment => row.Department,
        DecisionKind.HazardCommunity => row.Community,
        DecisionKind.HazardSector => row.Sector,
        _ => null,
    };

    public static IReadOnlyList<string> Levels { get; } = [LevelWords.Major, LevelWords.Ordinary];
}
