using System.Data;
using System.Globalization;
using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Linking;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Steps;

/// <summary>Says of every sighting which hazard it is, and what it is to that hazard; and of every decision about hazards which it reached.</summary>
/// <param name="thresholds">Rebound and recurrence windows.</param>
public sealed class LinkHazards(Thresholds thresholds) : IBuildStep
{
    public IReadOnlyList<string> Reads { get; } = ["int_sighting", "int_decision_item", "int_decision_effect"];

    public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["linked_hazard"] = """
            file_id integer, sheet_number integer, row_number integer, item_number integer,
            hazard_key varchar, relation varchar, recurrence_of varchar, similarity double, step integer, state_after varchar, rule varchar, is_primary boolean
            """,
        ["linked_decision"] = """
            decision_id varchar, outcome varchar, hazard_key varchar, other_hazard_key varchar, month varchar, step integer, relation varchar, state_after varchar
            """,
    };

    public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        var fileIds = connection
            .Rows("select file_sha256, file_id from int_ledger_file", row => (Sha: row.GetString(0), Id: row.GetInt32(1)))
            .ToDictionary(file => file.Sha, file => file.Id, StringComparer.Ordinal);
        var sightings = Sightings(connection);
        var answers = Answers(connection);
        cancellationToken.ThrowIfCancellationRequested();
        var linkage = new HazardLinker(Options()).Link(sightings, answers, cancellationToken);
        using (var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "linked_hazard"))
        {
            foreach (var linked in linkage.Sightings) Append(appender, linked, fileIds, isPrimary: true);
            foreach (var linked in linkage.Further) Append(appender, linked, fileIds, isPrimary: false);
        }

        Append(connection, linkage.Answers);
    }

    private static IReadOnlyList<Sighting> Sightings(DuckDBConnection connection) => connection.Rows(
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
        row => new Sighting(row.GetString(0), row.TextOrNull(1), row.GetString(2), row.GetString(3), Position(row, 4), row.GetString(8), StateOf(row.GetString(9)), Day(row, 10), Day(row, 11), Day(row, 12)));

    /// <summary>In the order decided. An item in no row that counts has no place: the answer waits.</summary>
    private static HazardAnswers Answers(DuckDBConnection connection)
    {
        var named = connection.Rows(
            """
            select
                effect.decision_id,
                effect.kind,
                effect.value,
                effect.month,
                effect.happened_on,
                item.file_sha256,
                coalesce(item.sheet_number, 0),
                coalesce(item.row_number, 0),
                coalesce(item.item_number, 0),
                other.file_sha256,
                coalesce(other.sheet_number, 0),
                coalesce(other.row_number, 0),
                coalesce(other.item_number, 0),
            from int_decision_effect as effect
            join int_decision_item as item on item.decision_id = effect.decision_id and item.end_number = 1
            left join int_decision_item as other on other.decision_id = effect.decision_id and other.end_number = 2
            where effect.outcome = 'applies'
            order by effect.decision_number
            """,
            row => (Id: row.GetString(0), Kind: row.GetString(1), Value: row.TextOrNull(2), Month: row.GetString(3), Day: Day(row, 4), Item: Position(row, 5), Other: Position(row, 9)));
        return new HazardAnswers(
            [.. named.Where(one => one.Kind is "hazard_same" or "hazard_different").Select(one => new PairAnswer(one.Id, one.Item, one.Other, one.Kind == "hazard_same"))],
            [.. named.Where(one => DecidedState(one.Kind) is not null).Select(one => new StateAnswer(one.Id, one.Item, DecidedState(one.Kind)!.Value, one.Month, one.Day))],
            [.. named.Where(one => one.Kind is "hazard_category").Select(one => new CategoryAnswer(one.Id, one.Item, one.Value!))]);
    }

    private static SightingState? DecidedState(string kind) => kind switch
    {
        "hazard_cancel" => SightingState.Cancelled,
        "hazard_rectify" => SightingState.Rectified,
        "hazard_verify" => SightingState.Verified,
        "hazard_reopen" => SightingState.Open,
        _ => null,
    };

    private static void Append(DuckDBAppender appender, LinkedSighting linked, Dictionary<string, int> fileIds, bool isPrimary)
    {
        var position = linked.Sighting.Position;
        appender.CreateRow()
            .AppendValue(fileIds[position.FileSha256]).AppendValue(int.Parse(position.Sheet, CultureInfo.InvariantCulture)).AppendValue(position.Row).AppendValue(position.Item)
            .AppendValue(linked.HazardKey).AppendValue(SnakeCase.Of(linked.Relation)).AppendValue(linked.RecurrenceOf).AppendValue(linked.Similarity)
            .AppendValue(linked.Step).AppendValue(SnakeCase.Of(linked.StateAfter)).AppendValue(linked.Rule).AppendValue((bool?)isPrimary).EndRow();
    }

    private static void Append(DuckDBConnection connection, IReadOnlyList<LinkedAnswer> answers)
    {
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "linked_decision");
        foreach (var linked in answers)
        {
            appender.CreateRow()
                .AppendValue(linked.Id).AppendValue(SnakeCase.Of(linked.Outcome)).AppendValue(linked.HazardKey).AppendValue(linked.OtherKey).AppendValue(linked.Month)
                .AppendValue(linked.Step).AppendValue(linked.Step is null ? null : linked.IsReopening ? "reopened" : "decided")
                .AppendValue(linked.StateAfter is { } state ? SnakeCase.Of(state) : null).EndRow();
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

    /// <summary>File, sheet, row and item, from that column on.</summary>
    private static SightingPosition Position(IDataRecord row, int column) => new(
        row.TextOrNull(column) ?? "", row.GetInt32(column + 1).ToString("D5", CultureInfo.InvariantCulture), row.GetInt32(column + 2), row.GetInt32(column + 3));

    private static DateOnly? Day(IDataRecord row, int column) =>
        row.IsDBNull(column) ? null : ((System.Data.Common.DbDataReader)row).GetFieldValue<DateOnly>(column);
}
