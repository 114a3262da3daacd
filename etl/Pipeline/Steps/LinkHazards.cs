using System.Globalization;
using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Linking;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Steps;

/// <summary>Says of every sighting which hazard it is, and what it is to that hazard.</summary>
/// <param name="thresholds">Rebound and recurrence windows.</param>
public sealed class LinkHazards(Thresholds thresholds) : IBuildStep
{
    public IReadOnlyList<string> Reads { get; } = ["int_sighting"];

    public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["linked_hazard"] = """
            file_id integer, sheet_number integer, row_number integer, item_number integer,
            hazard_key varchar, relation varchar, recurrence_of varchar, similarity double, step integer, state_after varchar, rule varchar
            """,
    };

    public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        var fileIds = connection
            .Rows("select file_sha256, file_id from int_ledger_file", row => (Sha: row.GetString(0), Id: row.GetInt32(1)))
            .ToDictionary(file => file.Sha, file => file.Id, StringComparer.Ordinal);
        var sightings = connection.Rows(
            """
            select
                unit_key,
                if(category_origin = 'unknown', null, category),
                month,
                submitter,
                file_sha256,
                sheet_number,
                row_number,
                item_number,
                hazard_text,
                status,
                found_on,
                rectified_on,
                verified_on,
            from int_sighting
            """,
            row => new Sighting(
                row.GetString(0),
                row.TextOrNull(1),
                row.GetString(2),
                row.GetString(3),
                new SightingPosition(row.GetString(4), row.GetInt32(5).ToString("D5", CultureInfo.InvariantCulture), row.GetInt32(6), row.GetInt32(7)),
                row.GetString(8),
                StateOf(row.GetString(9)),
                Day(row, 10),
                Day(row, 11),
                Day(row, 12)));
        cancellationToken.ThrowIfCancellationRequested();
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "linked_hazard");
        foreach (var linked in new HazardLinker(Options()).Link(sightings, cancellationToken))
        {
            var position = linked.Sighting.Position;
            appender.CreateRow()
                .AppendValue(fileIds[position.FileSha256]).AppendValue(int.Parse(position.Sheet, CultureInfo.InvariantCulture)).AppendValue(position.Row).AppendValue(position.Item)
                .AppendValue(linked.HazardKey).AppendValue(SnakeCase.Of(linked.Relation)).AppendValue(linked.RecurrenceOf).AppendValue(linked.Similarity)
                .AppendValue(linked.Step).AppendValue(SnakeCase.Of(linked.StateAfter)).AppendValue(linked.Rule).EndRow();
        }
    }

    private HazardLinkOptions Options() => new()
    {
        ReboundMonths = thresholds.ReboundMonths,
        ReboundDays = thresholds.ReboundDays,
        RecurrenceDays = thresholds.RecurrenceDays,
    };

    private static SightingState StateOf(string status) => status switch
    {
        "unknown" => SightingState.Unknown,
        "rectified" => SightingState.Rectified,
        "verified" => SightingState.Verified,
        "cancelled" => SightingState.Cancelled,
        _ => SightingState.Open,
    };

    private static DateOnly? Day(System.Data.IDataRecord row, int column) =>
        row.IsDBNull(column) ? null : ((System.Data.Common.DbDataReader)row).GetFieldValue<DateOnly>(column);
}
