using SafetyAnalytics.Ledgers.Problems;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>All that is wrong with one cell.</summary>
/// <param name="Column">From 0; null when the row as a whole is meant.</param>
/// <param name="Waits">One of the problems keeps the row from counting.</param>
/// <param name="SeeksFormula">Meant is the row's formula without a result, which only the file itself can point out.</param>
/// <param name="Text">For the comment: each problem with its cure, a line each.</param>
internal sealed record CellMark(int Row, int? Column, bool Waits, bool SeeksFormula, string Text)
{
    /// <summary>Who wrote a comment: how we know ours again.</summary>
    public const string Author = "SafetyAnalytics";

    /// <summary>Begins our words where they stand behind somebody's own in one comment.</summary>
    public const string Opening = "【退回】";

    /// <summary>Fills of our own shades, so that a later copy can take them away again.</summary>
    public const string WaitingColor = "FFB9AE";

    public const string DoubtColor = "FFE7A3";

    /// <summary>More comments than this help nobody; the rest stand in the summary's count. What keeps rows from counting comes first.</summary>
    public const int Most = 5000;

    public string Color => Waits ? WaitingColor : DoubtColor;

    /// <summary>The marks of one table, by row and column.</summary>
    public static IReadOnlyList<CellMark> Of(IEnumerable<LedgerProblem> problems) =>
        [.. problems.Where(problem => problem.RowNumber is not null)
            .GroupBy(problem => (Row: problem.RowNumber!.Value, problem.Column))
            .Select(cell => new CellMark(
                cell.Key.Row,
                cell.Key.Column,
                cell.Any(problem => problem.Waits),
                cell.Key.Column is null && cell.Any(problem => problem.Code == Words.ReasonCodes.FormulaError),
                string.Join('\n', cell.Select(Sentence))))
            .OrderBy(mark => mark.Row).ThenBy(mark => mark.Column ?? -1)];

    /// <summary>The problems that get a mark.</summary>
    public static IReadOnlyList<LedgerProblem> Chosen(IReadOnlyList<LedgerProblem> problems) =>
        problems.Count <= Most ? problems : [.. problems.OrderByDescending(problem => problem.Waits).Take(Most)];

    private static string Sentence(LedgerProblem problem) => Opening + problem.Message + (problem.Cure.Length > 0 ? "\n→ " + problem.Cure : "");
}
