using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>How the states of the wall are called and drawn: a word and a shape, so that no colour is needed to tell them apart.</summary>
internal static class SubmissionWords
{
    /// <summary>In the order a legend and a foot have them.</summary>
    public static IReadOnlyList<SubmissionState> States { get; } =
        [SubmissionState.OnTime, SubmissionState.Late, SubmissionState.ZeroReport, SubmissionState.Corrected, SubmissionState.Waiting, SubmissionState.Missing];

    public static string Shape(SubmissionState state) => state switch
    {
        SubmissionState.OnTime => "●",
        SubmissionState.Late => "◐",
        SubmissionState.ZeroReport => "○",
        SubmissionState.Corrected => "◆",
        SubmissionState.Waiting => "…",
        _ => "✗",
    };

    public static string Class(SubmissionState state) => "state-" + state.ToString().ToLowerInvariant();

    public static string Word(PageCulture page, SubmissionState state) => page.Words["Submission_" + state];

    /// <summary>What a cell says beside its state; empty when there is nothing more.</summary>
    public static IReadOnlyList<string> Notes(PageCulture page, SubmissionCell cell)
    {
        var notes = new List<string>();
        if (cell is { State: SubmissionState.Corrected or SubmissionState.ZeroReport, Version: > 1 and var version }) notes.Add(page.Words.With("VersionIs", page.Wording.Count(version)));
        if (cell is { State: SubmissionState.Corrected or SubmissionState.ZeroReport, IsOnTime: false }) notes.Add(Word(page, SubmissionState.Late));
        if (cell is { State: not SubmissionState.Waiting, RowsWaiting: > 0 }) notes.Add(page.Words.With("RowsWaitShort", page.Wording.Count(cell.RowsWaiting)));
        return notes;
    }

    /// <param name="hasLanded">What is only previewed does not count yet.</param>
    public static string Outcome(PageCulture page, string outcome, bool hasLanded) => !hasLanded && outcome is "landed" ? page.Words["File_would_land"] : Outcome(page, outcome);

    public static string Outcome(PageCulture page, string outcome) => page.Words[s_outcomes.Contains(outcome, StringComparer.Ordinal) ? "File_" + outcome : "File_landed"];

    private static readonly string[] s_outcomes = ["landed", "repeated", "superseded", "waiting", "refused", "after_as_of"];
}
