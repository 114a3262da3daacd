using SafetyAnalytics.Pipeline.Intake;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>One file as a page shows it, whether it has landed or is only previewed.</summary>
/// <param name="Problems">What waits first; perhaps not all.</param>
/// <param name="ProblemCount">All of them.</param>
/// <param name="Preview">What it would change, or has; null for a file shown as the numbers have it.</param>
/// <param name="HasLanded">False while nothing of it counts.</param>
public sealed record FileView(LedgerFileRow File, IReadOnlyList<LedgerProblemRow> Problems, long ProblemCount, PreviewFile? Preview = null, bool HasLanded = true)
{
    /// <summary>A landed file with its problems, at most <paramref name="most"/> of them.</summary>
    public static FileView Of(Snapshot snapshot, CallerScope scope, LedgerFileRow file, int most)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return file.Outcome is "repeated" ? new(file, [], 0) : new(file, snapshot.Problems(scope, file.Sha256, most), snapshot.ProblemCount(scope, file.Sha256));
    }

    public static FileView Of(PreviewFile file, DateTimeOffset receivedAt, bool hasLanded)
    {
        ArgumentNullException.ThrowIfNull(file);
        var row = new LedgerFileRow(
            file.Sha256, file.Name, MonthOf(file.Month), file.Submitter, receivedAt, file.Ledgers.Select(ledger => ledger.Version).FirstOrDefault(), file.Outcome, file.Reason, file.Warnings, file.Readings,
            new(file.RowsRead, file.RowsLoaded, file.RowsRepeated, file.RowsCarriedOver, file.RowsSkipped, file.RowsWaiting, file.RowsSuperseded));
        return new(row, [.. file.Problems.Select(problem => Problem(row, problem))], file.ProblemCount, file, hasLanded);
    }

    private static LedgerProblemRow Problem(LedgerFileRow file, PreviewProblem problem) => new(
        file.Sha256, file.Name, file.Month, file.Submitter, problem.Sheet, problem.Row, problem.Cell, problem.Column, problem.Code, problem.IsWaiting, problem.Text, problem.Readings,
        problem.MessageZh, problem.MessageEn, problem.CureZh, problem.CureEn);

    private static ReportMonth? MonthOf(string? text) => ReportMonth.TryParse(text, out var month) ? month : null;
}
