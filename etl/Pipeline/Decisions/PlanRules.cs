using System.Globalization;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>What a decision about a month, a target, the plan's progress, a day's note or a window of the calendar must be like.</summary>
/// <param name="seeds">With the decided words.</param>
internal sealed class PlanRules(Seeds seeds, DateOnly today)
{
    private const int LongestNote = 500;

    private const int LongestName = 40;

    private static readonly string[] s_states = ["not_started", "in_progress", "done", "not_applicable"];

    public static bool Knows(DecisionKind kind) => kind is >= DecisionKind.MonthClose and <= DecisionKind.Period;

    /// <exception cref="RefusedDecision">It cannot be made; the message says what would do.</exception>
    public Decision Read(Decision draft)
    {
        var said = draft with { FileSha256 = null, Sheet = null, RowNumber = null, ColumnName = null, Seed = null, SeedKey = null, Detail = DecisionDetail.None };
        return draft.Kind switch
        {
            DecisionKind.Target => Target(said, draft.Detail),
            DecisionKind.Progress => said with { Value = State(draft.Value), Detail = Progress(draft.Detail) },
            DecisionKind.Annotation => said with { Value = Words(draft.Value), Detail = new DecisionDetail { From = Day(draft.Detail.From) } },
            DecisionKind.Period => Period(said, draft.Detail),
            _ => said with { Value = Closing(draft) },
        };
    }

    /// <summary>A month that has not begun has nothing to close.</summary>
    private string Closing(Decision draft)
    {
        var month = MonthOf(draft.Value);
        return month.FirstDay <= today ? month.ToString() : throw new RefusedDecision(Messages.Of("decision_to_come", month, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private Decision Target(Decision said, DecisionDetail given)
    {
        if (MetricFile.All.FirstOrDefault(one => one.Key == given.Subject) is not { } metric)
            throw new RefusedDecision(Messages.Of("decision_no_metric", given.Subject, string.Join(", ", MetricFile.All.Select(one => one.Key))));
        if (MonthTarget.ValueOf(metric, said.Value) is not { } value) throw new RefusedDecision(Messages.Of("target_value", said.Value));
        if (given.Department is not null && given.Community is not null) throw new RefusedDecision(Messages.Of("target_what"));
        var names = new SeedNames(seeds);
        return said with
        {
            Value = value.ToString(CultureInfo.InvariantCulture),
            Detail = new DecisionDetail
            {
                Subject = metric.Key,
                Month = MonthOf(given.Month).ToString(),
                Department = given.Department is null ? null : names.Of("departments", given.Department),
                Community = given.Community is null ? null : names.Of("communities", given.Community),
            },
        };
    }

    /// <summary>May be to come: that is what plans are for.</summary>
    private static Decision Period(Decision said, DecisionDetail given)
    {
        var (first, last) = (Day(given.From), Day(said.Value));
        var days = Number(last) - Number(first) + 1;
        if (days is < 1 or > DecidedPeriods.MostDays) throw new RefusedDecision(Messages.Of("decision_period_days", first, last, DecidedPeriods.MostDays));
        if (given.Subject is not { Length: <= LongestName } name) throw new RefusedDecision(Messages.Of("decision_no_words", LongestName));
        return said with { Value = last, Detail = new DecisionDetail { Subject = name, From = first, Evidence = given.Evidence } };

        static int Number(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
    }

    private DecisionDetail Progress(DecisionDetail given)
    {
        var last = seeds.Has("requirements") ? seeds["requirements"].Rows.Count : int.MaxValue;
        if (!int.TryParse(given.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > last)
            throw new RefusedDecision(Messages.Of("decision_no_requirement", given.Subject));
        return new DecisionDetail
        {
            Subject = number.ToString(CultureInfo.InvariantCulture),
            Month = MonthOf(given.Month).ToString(),
            Department = new SeedNames(seeds).Of("departments", given.Department),
            Evidence = given.Evidence,
        };
    }

    private static LedgerMonth MonthOf(string? text) => LedgerMonth.TryParse(text, out var month) ? month : throw new RefusedDecision(Messages.Of("bad_month", text));

    private static string State(string? text) =>
        s_states.Contains(text, StringComparer.Ordinal) ? text! : throw new RefusedDecision(Messages.Of("decision_not_one_of", text, string.Join(", ", s_states)));

    private static string Words(string? text) => text is { Length: > 0 and <= LongestNote } ? text : throw new RefusedDecision(Messages.Of("decision_no_words", LongestNote));

    private static string Day(string? text) =>
        text is not null && EffectiveFrom.Parse(text) is { Day: not null } day ? day.ToString() : throw new RefusedDecision(Messages.Of("bad_date", text));
}
