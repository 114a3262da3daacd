using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Hazards;

/// <summary>How what is known of one hazard is called, and how sure it is.</summary>
internal static class LifeWords
{
    private static readonly string[] s_events =
        ["found", "ordered", "carried_over", "seen_in_other_ledger", "reopened", "repeated", "escalated", "transferred", "due_changed", "rectified", "verified", "cancelled", "decided"];

    private static readonly string[] s_origins = ["stated", "submitter", "sheet", "group_row", "address", "assignment", "criterion", "text", "decision", "unknown"];

    private static readonly string[] s_outcomes = ["applies", "not_yet", "value_unknown", "too_late", "row_gone", "two_units", "contradicted", "nothing_to_do", "unit_unseen"];

    public static string Event(PageCulture page, string word) => page.Words["Event_" + (s_events.Contains(word, StringComparer.Ordinal) ? word : "decided")];

    /// <summary>Where a value comes from.</summary>
    public static string Origin(PageCulture page, string word) => s_origins.Contains(word, StringComparer.Ordinal) ? page.Words["Origin_" + word] : word;

    /// <summary>How sure: said by a ledger or a person, inferred from something said, guessed from the words, or not known.</summary>
    public static string Mark(string origin) => origin switch
    {
        "stated" or "decision" => "●",
        "unknown" => "○",
        "text" => "◔",
        _ => "◑",
    };

    /// <summary>What a decision does today; null: no build has met it yet.</summary>
    public static string Outcome(PageCulture page, string? word) => page.Words["Outcome_" + (word is null ? "pending" : s_outcomes.Contains(word, StringComparer.Ordinal) ? word : "applies")];

    public static string Kind(PageCulture page, DecisionKind kind) => page.Words["Settle_" + SnakeCase.Of(kind)];

    /// <summary>The day, or the month where no day is stated.</summary>
    public static string When(PageCulture page, DateOnly? day, ReportMonth? month) =>
        day is { } on ? page.Wording.Day(on) : month is { } only ? page.Wording.Month(only) : page.Words["NotStated"];

    /// <summary>A csv file is its own sheet.</summary>
    public static string Place(PageCulture page, string? file, string? sheet, long? row) => sheet is not null && sheet != file
        ? page.Words.With("SheetAndRow", sheet, row?.ToString(page.Culture) ?? "")
        : page.Words.With("RowOnly", row?.ToString(page.Culture) ?? "");

    /// <summary>When it was found: the day, the days between which it must have been, or the month of its first ledger.</summary>
    public static string Found(PageCulture page, HazardFacts facts) => facts switch
    {
        { Row.FoundOn: { } day } => page.Wording.Day(day),
        { FoundAfter: { } after, FoundBefore: { } before } => page.Words.With("FoundBetween", page.Wording.Day(after), page.Wording.Day(before)),
        { FoundBefore: { } before } => page.Words.With("FoundBy", page.Wording.Day(before)),
        _ => When(page, null, facts.Row.FoundMonth),
    };

    /// <summary>A hazard in one line of a list.</summary>
    public static string Line(PageCulture page, HazardRow row) =>
        string.Join(" · ", Short(row.HazardText), When(page, row.FoundOn, row.FoundMonth), HazardWords.Status(page, row.Status));

    /// <summary>Enough of a text to know it by.</summary>
    public static string Short(string text) => text.Length <= MostOfText ? text : text[..(MostOfText - 1)] + "…";

    private const int MostOfText = 60;
}
