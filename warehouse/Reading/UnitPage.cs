namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>One unit: what it is called, what was found there, and who comes to look.</summary>
/// <param name="Spellings">How ledgers write it, the earliest first.</param>
/// <param name="Open">The longest open first.</param>
/// <param name="Closed">Rectified, verified or cancelled; the latest found first.</param>
/// <param name="Categories">What was found how often, and how often it came back.</param>
/// <param name="Inspectors">Who inspected it, the latest first.</param>
/// <param name="Decisions">What people decided about its name and place.</param>
/// <param name="Periods">What it was called and where it was, the earliest first; none where the snapshot does not know.</param>
public sealed record UnitPage(
    string UnitKey,
    string Name,
    string? Address,
    IReadOnlyList<UnitSpellingRow> Spellings,
    IReadOnlyList<HazardRow> Open,
    IReadOnlyList<HazardRow> Closed,
    IReadOnlyList<UnitCategoryRow> Categories,
    IReadOnlyList<UnitInspectorRow> Inspectors,
    IReadOnlyList<DecisionRow> Decisions,
    IReadOnlyList<UnitPeriodRow> Periods);

/// <summary>A time in which its name, its place and who runs it stayed the same.</summary>
/// <param name="To">Null: it still holds.</param>
/// <param name="Changes">What it began with: <c>renamed, moved, new_owner</c>; none for the first.</param>
public sealed record UnitPeriodRow(string Name, string? Address, ReportMonth? From, ReportMonth? To, IReadOnlyList<string> Changes);

/// <param name="Rows">Ledger rows that write it so; for who may not see all, those with a hazard of theirs.</param>
public sealed record UnitSpellingRow(string Name, string? Address, ReportMonth First, ReportMonth Last, long Rows);

/// <param name="Recurrences">Hazards found anew after another of the kind was closed.</param>
/// <param name="Rebounds">Times a closed hazard was open again.</param>
public sealed record UnitCategoryRow(string Category, long Found, long Open, long Recurrences, long Rebounds);

/// <param name="LastOn">The last visit's stated day; null: its month is all that is known.</param>
public sealed record UnitInspectorRow(string Submitter, long Visits, ReportMonth LastMonth, DateOnly? LastOn);
