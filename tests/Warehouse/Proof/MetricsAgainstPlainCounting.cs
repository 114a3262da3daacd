using CsCheck;
using DuckDB.NET.Data;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Warehouse.Tests.Proof;

/// <summary>
/// Every metric of the warehouse against the same metric counted in plain C# from the lives behind random ledgers: in every slice, at every grain, in every month.
/// </summary>
public sealed class MetricsAgainstPlainCounting
{
    private const int Ledgers = 3;

    private static readonly (string Grain, string[] Splits)[] s_grains =
    [
        ("month", ["", "community", "level", "category", "department", "unit_key"]),
        ("quarter", ["", "unit_key", "community, level"]),
        ("year_to_date", ["", "category", "community, level"]),
    ];

    /// <summary>Metrics of requirements have a proof of their own: they depend on decisions, not on ledgers.</summary>
    private static readonly IReadOnlyList<MetricFile> s_metrics = [.. MetricFile.All.Where(metric => metric.Source != "mart_requirement_due")];

    [Fact]
    public void Every_number_is_what_its_definition_says() => Gen.Int[1, 1_000_000].Sample(Prove, iter: Ledgers, threads: 1);

    private static void Prove(int seed)
    {
        var rows = new ProofLedgers(seed);
        var plain = new PlainMetrics(rows);
        using var given = rows.Build();
        using var connection = DuckDbFile.OpenForReading(given.WarehouseFile);
        var wrong = s_grains.SelectMany(grain => grain.Splits.SelectMany(split => Wrong(connection, plain, grain.Grain, split))).Take(12).ToList();
        Assert.True(wrong.Count == 0, $"seed {seed}:\n{string.Join('\n', wrong)}");
        Assert.All(CheckResult.RunAll(connection, TestContext.Current.CancellationToken), result => Assert.False(result.IsTrouble, $"{result.Check.Name} {result.Message} {string.Join(", ", result.Examples)}"));
    }

    private static IEnumerable<string> Wrong(DuckDBConnection connection, PlainMetrics plain, string grain, string split)
    {
        var columns = split.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        var found = Ask(connection, grain, split, columns);
        foreach (var month in ProofLedgers.Months)
        {
            foreach (var members in Members(columns))
            {
                var slice = SliceOf(grain, month, columns, members);
                foreach (var metric in s_metrics)
                {
                    if (columns.Any(column => !Splits(metric, column))) continue;
                    var expected = plain.Of(metric.Key, slice);
                    var actual = found.GetValueOrDefault((metric.Key, string.Join(" ", members.Prepend(month.ToString())))) ?? new Number(metric.Unit == "count" ? 0 : null, 0, 0, 0);
                    if (!Same(expected, actual)) yield return $"{metric.Key} {grain} {month} {string.Join(' ', members)}: expected {expected}, got {actual}";
                }
            }
        }
    }

    /// <summary>A visit, a submission, a duty, a roster are of no category and level; places of visits are their own and proved elsewhere.</summary>
    private static bool Splits(MetricFile metric, string column) => metric.Source switch
    {
        "mart_visit_month" => column is "department" or "unit_key",
        "fct_submission" => column is "department" or "unit_key",
        "mart_roster_month" => column is "unit_key" or "department",
        "fct_duty" => true,
        _ => true,
    };

    private static bool Same(Number expected, Number actual) =>
        Near(expected.Value, actual.Value)
        && Near(expected.Numerator ?? 0, actual.Numerator ?? 0)
        && (expected.Denominator is null || Near(expected.Denominator, actual.Denominator ?? 0))
        && (expected.Undeterminable is null || Near(expected.Undeterminable, actual.Undeterminable ?? 0));

    private static bool Near(double? a, double? b) => a is null || b is null ? a is null && b is null : Math.Abs(a.Value - b.Value) < 1e-9;

    private static Dictionary<(string Metric, string Place), Number?> Ask(DuckDBConnection connection, string grain, string split, IReadOnlyList<string> columns)
    {
        var numbers = new Dictionary<(string, string), Number?>();
        foreach (var source in s_metrics.GroupBy(metric => split.Contains("unit_key", StringComparison.Ordinal) ? metric.UnitFrom : metric.PeriodFrom, StringComparer.Ordinal))
        {
            var metrics = source.ToArray();
            var places = string.Join(", ", columns.Prepend("month"));
            var sql = $"select {places}, {string.Join(", ", metrics.Select(metric => metric.Columns))} from {source.Key} where grain = '{grain}' group by {places}";
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var place = string.Join(' ', Enumerable.Range(0, columns.Count + 1).Select(i => reader.IsDBNull(i) ? "" : reader.GetString(i)));
                for (var i = 0; i < metrics.Length; i++)
                {
                    double? Cell(int offset) => reader.GetValue(columns.Count + 1 + i * 9 + offset) is var cell and not DBNull ? Convert.ToDouble(cell, System.Globalization.CultureInfo.InvariantCulture) : null;
                    numbers[(metrics[i].Key, place)] = new Number(Cell(0), Cell(1), Cell(2), Cell(3));
                }
            }
        }

        return numbers;
    }

    private static IEnumerable<IReadOnlyList<string>> Members(IReadOnlyList<string> columns) => columns.Aggregate(
        (IEnumerable<IReadOnlyList<string>>)[[]],
        (members, column) => members.SelectMany(so_far => MembersOf(column).Select(member => (IReadOnlyList<string>)[.. so_far, member])));

    private static IEnumerable<string> MembersOf(string column) => column switch
    {
        "community" => ["磁器口社区", "金沙社区", "未填报", "不适用"],
        "level" => ["一般", "重大", "未填报", "不适用"],
        "category" => ["灭火器材", "疏散通道与安全出口", "待匹配", "不适用"],
        "department" => [.. RandomLives.Senders, "市政办", "不适用"],
        _ => [.. RandomLives.Units.Select(unit => "U-" + unit), "", "不适用"],
    };

    private static Slice SliceOf(string grain, Month month, IReadOnlyList<string> columns, IReadOnlyList<string> members)
    {
        var first = month.First;
        var from = grain switch
        {
            "month" => month,
            "quarter" => Month.Of(first.Year, (first.Month - 1) / 3 * 3 + 1),
            _ => Month.Of(first.Year, 1),
        };
        bool Here(Life life, Month at) => columns.Zip(members).All(cell => cell.Second == cell.First switch
        {
            "community" => life.Community(at),
            "level" => life.Level(at),
            "category" => life.Category ?? "待匹配",
            "department" => life.Sender,
            _ => "U-" + life.Unit,
        });
        bool Other((string? Unit, string? Department, string? Community) row) => columns.Zip(members).All(cell => cell.Second == cell.First switch
        {
            "department" => row.Department ?? "不适用",
            "unit_key" => row.Unit is null ? "不适用" : row.Unit.Length == 0 ? "" : "U-" + row.Unit,
            "community" => row.Community ?? "不适用",
            _ => "不适用",
        });
        return new Slice(from, month, Here, Other);
    }
}
