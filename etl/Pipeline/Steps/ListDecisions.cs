using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Steps;

/// <summary>
/// The decisions that hold, as rows. What is published comes from here: without who decided and why, which are people's names and free words,
/// and without the texts of cells.
/// </summary>
/// <param name="standing">In the order they were made.</param>
/// <param name="timeZone">Where a decision's day begins.</param>
public sealed class ListDecisions(IReadOnlyList<Decision> standing, TimeZoneInfo timeZone) : IBuildStep
{
    public IReadOnlyList<string> Reads { get; } = [];

    public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["decided_standing"] = """
            decision_id varchar, decision_number integer, kind varchar, decided_on date, file_sha256 varchar, sheet varchar, row_number integer, item_no integer,
            other_file_sha256 varchar, other_sheet varchar, other_row_number integer, other_item_no integer,
            unit_name varchar, unit_address varchar, other_name varchar, other_address varchar, effective_month varchar, effective_on date,
            value varchar, subject varchar, month varchar, department varchar, community varchar, evidence varchar
            """,
    };

    public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "decided_standing");
        foreach (var (number, decision) in standing.Index())
        {
            var detail = decision.Detail;
            var from = detail.From is { } text ? EffectiveFrom.Parse(text) : null;
            var isHazard = HazardRules.Knows(decision.Kind);
            appender.CreateRow()
                .AppendValue(decision.Id).AppendValue(number + 1).AppendValue(SnakeCase.Of(decision.Kind))
                .AppendValue((DateOnly?)DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(decision.DecidedAt, timeZone)))
                .AppendValue(decision.FileSha256).AppendValue(isHazard ? decision.Sheet : null).AppendValue(isHazard ? decision.RowNumber : null).AppendValue(detail.ItemNo)
                .AppendValue(detail.Other?.FileSha256).AppendValue(detail.Other?.Sheet).AppendValue(detail.Other?.RowNumber).AppendValue(detail.Other?.ItemNo)
                .AppendValue(Masked(detail.Unit?.Name)).AppendValue(Masked(detail.Unit?.Address)).AppendValue(Masked(detail.OtherUnit?.Name)).AppendValue(Masked(detail.OtherUnit?.Address))
                .AppendValue(from?.Month.ToString()).AppendValue(from?.Day)
                .AppendValue(IsSecret(decision.Kind) ? null : Masked(decision.Value)).AppendValue(detail.Subject).AppendValue(detail.Month)
                .AppendValue(detail.Department).AppendValue(detail.Community).AppendValue(Masked(detail.Evidence)).EndRow();
        }
    }

    private static bool IsSecret(DecisionKind kind) => kind is DecisionKind.Cell or DecisionKind.Row or DecisionKind.FileSender or DecisionKind.Seed;

    private static string? Masked(string? text) => text is null ? null : PersonalData.Mask(text, []);
}
