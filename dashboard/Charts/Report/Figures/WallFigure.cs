using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report.Figures;

/// <summary>Who has reported for which month.</summary>
internal static class WallFigure
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

    public static Figure? Make(ReportSource source)
    {
        var wall = source.Wall;
        if (wall.Lines.Count == 0) return null;
        var states = States(source.Wording);
        var words = source.Words;
        var month = source.Submissions;
        return new Figure(
            "reporting-wall",
            words.With("Figure_reporting-wall", source.Wording.Month(wall.Months[0]), source.Wording.Month(wall.Months[^1])),
            words.With("Claim_reporting-wall", source.Wording.Month(source.Month), source.Wording.Count(month.Senders), source.Wording.Count(month.Reported), source.Wording.Count(month.Missing.Count), source.Wording.Count(month.Late)),
            words["Column_sender"],
            words["Unit_ledgers"],
            FigureOrder.Own,
            [.. wall.Months.Select(at => new Series(at.ToString(), source.Wording.MonthOnly(at), Mark.Solid, Palette.Blue, [.. wall.Lines.Select(line => Cell(line, at, states, source.Wording))]))],
            source.Look.Notes(words["Definition_reporting"], wall.Lines.Sum(line => line.Cells.Count)))
        {
            Kind = FigureKind.Wall,
            States = states,
        };
    }

    private static Point Cell(SubmissionLine line, ReportMonth month, IReadOnlyList<FigureState> states, Wording wording)
    {
        var cell = line.Cells.FirstOrDefault(one => one.Month == month);
        return new(line.Submitter, line.Submitter, line.Submitter, cell is null ? null : (int)cell.State + 1, cell is null ? wording.Phrases["Dash"] : states[(int)cell.State].Label, null);
    }

    private static FigureState State(Wording wording, SubmissionState state, string color, bool isDark) =>
        new(state.ToString(), wording.Phrases[$"Wall_{state}"], wording.Phrases[$"WallGlyph_{state}"], color, isDark);
}
