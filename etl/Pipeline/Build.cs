using SafetyAnalytics.Pipeline.Closing;
using SafetyAnalytics.Learning.Categories.Model;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Pipeline.Steps;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline;

/// <param name="Waiting">Files and rows that wait for somebody, or were refused, worst first.</param>
public sealed record BuildResult(DateOnly AsOf, long HazardCount, long RowCount, IReadOnlyList<WaitingThing> Waiting);

/// <summary>Something that does not count yet.</summary>
/// <param name="RowCount">Rows that wait; null when the file as a whole does.</param>
/// <param name="Reason">Code of the seed <c>reasons.csv</c>.</param>
/// <param name="Readings">What the file says of month and sender, where that is the trouble.</param>
/// <param name="IsRefused">Nothing of the file could be read as a ledger.</param>
public sealed record WaitingThing(string FileName, long? RowCount, string Reason, IReadOnlyList<string> Readings, bool IsRefused);

/// <summary><c>build</c>: the warehouse anew, from raw rows, seeds, decisions and the day asked for.</summary>
public sealed class Build(DataDirectory data, Seeds seeds, TimeProvider clock)
{
    /// <param name="asOf">Null: the last day of the latest settled ledger month.</param>
    /// <exception cref="PipelineException">Nothing has been landed, or raw cannot be opened.</exception>
    public BuildResult Run(DateOnly? asOf, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ExpectLedgers();
        MonthTarget.Validate(seeds);
        _ = RegionName.Of(seeds);
        new FreezeMonths(data, clock, (copy, closedAt) => Make(copy, copy.WarehouseFile, null, closedAt, null, cancellationToken)).Run(progress, cancellationToken);
        Make(data.WarehouseFile, asOf, progress, cancellationToken);
        return Summary();
    }

    /// <summary>The same into another file: what was known on an earlier day is what a build as of that day knows.</summary>
    public void Make(string warehouseFile, DateOnly? asOf, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ExpectLedgers();
        Make(data, warehouseFile, asOf, clock.GetUtcNow().UtcDateTime, progress, cancellationToken);
    }

    /// <param name="now">UTC; no later day is believed.</param>
    private void Make(DataDirectory from, string warehouseFile, DateOnly? asOf, DateTime now, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var decided = DecidedReading.Of(from, seeds);
        var thresholds = Thresholds.Of(decided.Seeds);
        var digests = new ContactDigests();
        IBuildStep[] steps =
        [
            new ReadLedgers(decided, digests),
            new ReadDecisions(decided.Seeds),
            new ListDecisions(decided.Standing, thresholds.TimeZone),
            new LinkUnits(decided.Seeds, digests, DecidedUnits.Answers(decided.Standing)),
            new ClassifyTexts(decided.Seeds, [.. decided.Categories.Select(one => new LabelledText(one.Text, one.Category))]),
            new JudgeLevels(decided.Seeds),
            new LinkHazards(thresholds),
        ];
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, thresholds.TimeZone));
        new WarehouseBuild(decided.Seeds, steps).Run(from.RestrictedFile, warehouseFile, asOf, today, progress, cancellationToken);
    }

    /// <summary>Also gives a raw file of an earlier version the tables it lacks.</summary>
    private void ExpectLedgers()
    {
        if (File.Exists(data.RestrictedFile))
        {
            using var connection = RawDatabase.OpenForWriting(data);
            if (connection.Scalar("select 1 from raw_ledger_file limit 1") is not null) return;
        }

        throw new PipelineException(ExitCode.Cannot, Messages.Of("nothing_landed", data.Root));
    }

    private BuildResult Summary()
    {
        using var connection = DuckDbFile.OpenForReading(data.WarehouseFile);
        var files = connection.Rows(
            """
            select file_name, reason, readings, outcome = 'refused'
            from mart_ledger_file
            where outcome in ('waiting', 'refused')
              and reason is distinct from 'decided_skip'
            order by outcome, file_name
            """,
            row => new WaitingThing(row.GetString(0), null, row.GetString(1), (List<string>)row.GetValue(2), row.GetBoolean(3)));
        var rows = connection.Rows(
            """
            select mart_ledger_row.file_name, count(*), mart_ledger_row.reason
            from mart_ledger_row
            join mart_ledger_file using (file_sha256)
            where mart_ledger_row.outcome = 'waiting'
              and mart_ledger_file.outcome not in ('waiting', 'refused', 'repeated')
            group by all
            order by 2 desc, 1
            """,
            row => new WaitingThing(row.GetString(0), row.GetInt64(1), row.GetString(2), [], false));
        return connection.Rows(
            "select (select max(measured_on) from dim_month), (select count(*) from fct_hazard), (select count(*) from fct_ledger_row)",
            row => new BuildResult(DateOnly.FromDateTime(row.GetDateTime(0)), row.GetInt64(1), row.GetInt64(2), [.. files, .. rows]))[0];
    }
}
