using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Steps;

/// <summary>
/// Decisions as the models may see them: what they are about, when, and whether they were undone. Of a person who decided only the first character is shown, of an office
/// the seeds know its name; what a cell was corrected to is not shown, for it may be a name.
/// </summary>
public sealed class ReadDecisions(Seeds seeds) : IBuildStep
{
    private static readonly string[] s_offices = ["departments", "communities", "submitters"];

    private readonly HashSet<string> _offices = [.. s_offices.SelectMany(seed => seeds[seed].Rows.Select(row => row[0]))];

    public IReadOnlyList<string> Reads { get; } = [];

    public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["read_decision"] = "decision_id varchar, kind varchar, month varchar, file_sha256 varchar, shown_about varchar, shown_who varchar, decided_at timestamp, undoes varchar, is_undone boolean",
        ["read_decided_progress"] = "requirement_no integer, department varchar, month varchar, state varchar, evidence varchar",
        ["read_target"] = "metric varchar, month varchar, dimension varchar, member varchar, value double, decided_at timestamp",
    };

    public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        var all = DecisionTable.All(connection);
        var undone = StandingDecisions.Undone(all);
        var names = connection
            .Rows("select file_sha256, min(file_name) from raw_ledger_name group by all", row => (Sha: row.GetString(0), Name: row.GetString(1)))
            .ToDictionary(file => file.Sha, file => PersonalData.Mask(file.Name, []), StringComparer.Ordinal);
        using var decisions = connection.CreateAppender(WarehouseBuild.Work, "main", "read_decision");
        using var targets = connection.CreateAppender(WarehouseBuild.Work, "main", "read_target");
        AppendProgress(connection, StandingDecisions.Of(all));
        foreach (var decision in all)
        {
            var isUndone = undone.Contains(decision.Id);
            decisions.CreateRow()
                .AppendValue(decision.Id).AppendValue(SnakeCase.Of(decision.Kind)).AppendValue(decision.Kind is DecisionKind.MonthClose or DecisionKind.MonthReopen ? decision.Value : null)
                .AppendValue(decision.FileSha256).AppendValue(About(decision, names)).AppendValue(Shown(decision.Who)).AppendValue(decision.DecidedAt)
                .AppendValue(decision.Undoes).AppendValue(isUndone).EndRow();
            if (!isUndone && MonthTarget.Of(decision) is { } target) Append(targets, target, decision.DecidedAt);
        }

        foreach (var target in MonthTarget.Of(seeds)) Append(targets, target, null);
    }

    private static void AppendProgress(DuckDBConnection connection, IReadOnlyList<Decision> standing)
    {
        using var progress = connection.CreateAppender(WarehouseBuild.Work, "main", "read_decided_progress");
        foreach (var decision in standing.Where(decision => decision.Kind is DecisionKind.Progress))
        {
            var about = decision.Detail;
            progress.CreateRow()
                .AppendValue(int.Parse(about.Subject!, System.Globalization.CultureInfo.InvariantCulture)).AppendValue(about.Department).AppendValue(about.Month)
                .AppendValue(decision.Value).AppendValue(about.Evidence is { } evidence ? PersonalData.Mask(evidence, []) : null).EndRow();
        }
    }

    /// <param name="decidedAt">Null: the seed says so.</param>
    private static void Append(DuckDBAppender targets, MonthTarget target, DateTime? decidedAt) => targets.CreateRow()
        .AppendValue(target.Metric).AppendValue(target.Month).AppendValue(target.Dimension).AppendValue(target.Member).AppendValue(target.Value).AppendValue(decidedAt).EndRow();

    private string Shown(string who) => _offices.Contains(who) ? who : string.Concat(who.EnumerateRunes().Take(1)) + "＊＊";

    private static string About(Decision decision, Dictionary<string, string> names)
    {
        string?[] words =
        [
            SnakeCase.Of(decision.Kind),
            decision.FileSha256 is { } sha ? names.GetValueOrDefault(sha, sha[..12]) : null,
            decision.FileSha256 is null ? null : decision.Sheet is { } sheet ? PersonalData.Mask(sheet, []) : null,
            decision.FileSha256 is null ? null : decision.RowNumber?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            decision.ColumnName,
            decision.Seed,
            decision.SeedKey,
            decision.Detail.Subject,
            decision.Detail.Month,
            decision.Detail.Community,
            decision.Detail.Department,
            decision.Undoes,
            decision.Kind is DecisionKind.Cell || decision.Value is null ? null : "→ " + PersonalData.Mask(decision.Value, []),
        ];
        return string.Join(' ', words.OfType<string>());
    }
}
