using System.Globalization;
using SafetyAnalytics.Ledgers.Problems;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>What the first sheet or page says, in Chinese: it is for the clerk.</summary>
/// <param name="FileName">The file handed back.</param>
/// <param name="IsCopy">It comes back as a copy in another format.</param>
/// <param name="Texts">What a cell of the file says, unmasked: it is the clerk's own file.</param>
internal sealed record NoteLines(string FileName, bool IsCopy, IReadOnlyList<LedgerProblem> Problems, HandBackSummary Summary, IReadOnlyDictionary<int, SheetCells> Texts)
{
    public static IReadOnlyList<string> Header { get; } = ["序号", "工作表", "位置", "列名", "问题", "怎么改", "原来写的", "影响"];

    public IEnumerable<string> Sentences()
    {
        yield return $"文件：{FileName}";
        if (IsCopy) yield return "原文件的格式放不下批注，这是它的副本：请在本文件里修改，报送本文件，不要再报原来的文件。";
        foreach (var ledger in Summary.Ledgers)
            yield return $"{ledger.Sheet}：月份 {ledger.Month?.ToString() ?? "未定"}，报送单位 {ledger.Submitter ?? "未定"}{(ledger.IsZeroReport ? "，零报告" : "")}。";
        var waits = Problems.Count(problem => problem.Waits);
        yield return string.Create(CultureInfo.InvariantCulture, $"共读到 {Summary.RowsRead} 行：计入 {Summary.RowsLoaded} 行，表头、空行等 {Summary.RowsSkipped} 行，待改 {Summary.RowsWaiting} 行。发现问题 {Problems.Count} 处，其中 {waits} 处不改就不能计入。");
        yield return Problems.Count == 0
            ? "没有发现问题，不必修改。"
            : "红色格必须改，黄色格请核对；鼠标移到格子上可看批注。改好后保存，仍用原来的文件名报送，新的一份会代替原来的。";
        if (Problems.Count > CellMark.Most) yield return string.Create(CultureInfo.InvariantCulture, $"问题太多，只列出 {CellMark.Most} 处。");
    }

    /// <summary>The table's rows, as wide as <see cref="Header"/>.</summary>
    public IEnumerable<(LedgerProblem Problem, string[] Cells)> Rows() => CellMark.Chosen(Problems).Select((problem, i) => (problem, Row(problem, i + 1)));

    private string[] Row(LedgerProblem problem, int number) =>
    [
        number.ToString(CultureInfo.InvariantCulture),
        problem.Sheet,
        problem.Cell ?? "整表",
        problem.ColumnName ?? "",
        problem.Message,
        problem.Cure,
        Original(problem),
        problem.Waits ? "不计入" : "请核对",
    ];

    private string Original(LedgerProblem problem)
    {
        if (problem.Readings.Count > 0) return string.Join('\n', problem.Readings);
        return problem is { RowNumber: { } row, Column: { } column } && Texts.TryGetValue(problem.SheetNumber, out var cells) ? cells.Text(row, column) : "";
    }
}
