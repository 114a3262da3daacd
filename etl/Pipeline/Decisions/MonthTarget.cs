using System.Globalization;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>A target, from the seed <c>targets</c> or a decision of kind <see cref="DecisionKind.Target"/>.</summary>
/// <param name="Month">Null: every month without a target of its own; only the seed says so.</param>
/// <param name="Dimension"><c>all</c>, <c>community</c> or <c>department</c>.</param>
/// <param name="Member">Empty for the whole.</param>
/// <param name="Value">Shares as fractions.</param>
public sealed record MonthTarget(string Metric, string? Month, string Dimension, string Member, double Value)
{
    public const string Seed = "targets";

    /// <summary>The decision that sets it.</summary>
    /// <param name="made">By whom and why.</param>
    public static NewDecision Decided(NewDecision made, string metric, string month, string dimension, string member, string value)
    {
        ArgumentNullException.ThrowIfNull(made);
        return made with
        {
            Kind = DecisionKind.Target,
            Value = value,
            Detail = new DecisionDetail { Subject = metric, Month = month, Community = dimension == "community" ? member : null, Department = dimension == "department" ? member : null },
        };
    }

    /// <returns>Null when the decision is no target.</returns>
    public static MonthTarget? Of(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var about = decision.Detail;
        if (decision.Kind is not DecisionKind.Target || MetricFile.All.FirstOrDefault(one => one.Key == about.Subject) is not { } metric || ValueOf(metric, decision.Value) is not { } value) return null;
        return new MonthTarget(metric.Key, about.Month, about.Community is not null ? "community" : about.Department is not null ? "department" : "all", about.Community ?? about.Department ?? "", value);
    }

    /// <summary>Reads <c>12</c>; of a share <c>0.9</c>, <c>90%</c> and <c>90</c> alike. Null for anything else, a negative number or a share above the whole.</summary>
    public static double? ValueOf(MetricFile metric, string? text)
    {
        ArgumentNullException.ThrowIfNull(metric);
        var number = text?.Trim().Replace('％', '%') ?? "";
        var isPercent = number.EndsWith('%');
        if (!double.TryParse(number.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)) return null;
        if (metric.Unit != "percent") return isPercent ? null : value;
        var share = isPercent || value > 1 ? value / 100 : value;
        return share <= 1 ? share : null;
    }

    /// <summary>The office's own, from the seed <c>targets</c>.</summary>
    public static IEnumerable<MonthTarget> Of(Seeds seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        foreach (var row in seeds[Seed].Records)
        {
            if (MetricFile.All.FirstOrDefault(metric => metric.Key == row["metric"]) is not { } metric || ValueOf(metric, row["value"]) is not { } value) continue;
            var dimension = row["community"].Length > 0 ? "community" : row["department"].Length > 0 ? "department" : "all";
            yield return new MonthTarget(metric.Key, row["month"].Length == 0 ? null : row["month"], dimension, row["community"] + row["department"], value);
        }
    }

    /// <summary>What is wrong with the seed <c>targets</c>, all of it at once.</summary>
    /// <exception cref="SeedException">A row names no metric, no month, two places, or no number.</exception>
    public static void Validate(Seeds seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        var faults = new List<string>();
        foreach (var row in seeds[Seed].Records)
        {
            var shown = string.Join(',', row.Values);
            if (MetricFile.All.FirstOrDefault(metric => metric.Key == row["metric"]) is not { } metric) faults.Add($"'{shown}': no metric is called '{row["metric"]}'");
            else if (ValueOf(metric, row["value"]) is null) faults.Add($"'{shown}': '{row["value"]}' is not a value {metric.Key} can have; write 12, or of a share 0.9 or 90%");
            if (row["month"].Length > 0 && !Ledgers.LedgerMonth.TryParse(row["month"], out _)) faults.Add($"'{shown}': the month must be written as 2022-06, or left empty for every month");
            if (row["community"].Length > 0 && row["department"].Length > 0) faults.Add($"'{shown}': a target is for a community or for a department, not for both");
        }

        if (faults.Count > 0) throw new SeedException($"Seed '{Seed}': {string.Join("; ", faults)}.");
    }
}
