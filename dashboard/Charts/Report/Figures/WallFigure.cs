using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report.Figures;

/// <summary>Who has reported for which month.</summary>
public static class WallFigure
{
    /// <summary>In the order of <see cref="SubmissionState"/>; what calls for action is dark.</summary>
    public static IReadOnlyList<FigureState> States(Wording wording) =>
    [
        State(wording, SubmissionState.Missing, Palette.Vermillion, isDark: true),
        State(wording, SubmissionState.Waiting, Palette.Purple, isDark: true),
        State(wording, SubmissionState.ZeroReport, Palette.Green, isDark: false),
        State(wording, SubmissionState.Corrected, Palette.Blue, isDark: false),
        State(wording, SubmissionState.Late, Palette.Blue, isDark: true),
        State(wording, SubmissionState.OnTime, Palette.Green, isDark: true),
    ];

    private static FigureState State(Wording wording, SubmissionState state, string color, bool isDark) =>
        new(state.ToString(), wording.Phrases[$"Wall_{state}"], wording.Phrases[$"WallGlyph_{state}"], color, isDark);
}
