namespace SafetyAnalytics.Warehouse.Tests.Proof;

/// <summary>What a metric comes to. A part that a metric does not have is null.</summary>
internal sealed record Number(double? Value, double? Numerator, double? Denominator, double? Undeterminable)
{
    public static Number Count(double count) => new(count, count, null, null);

    public static Number Share(double part, double whole, double? undeterminable = null) => new(whole == 0 ? null : part / whole, part, whole, undeterminable);
}

/// <summary>The months a number covers, and which rows it is about: by a hazard's place in a month, or by other rows' own members.</summary>
/// <param name="Here">Whether a hazard belongs here in that month.</param>
/// <param name="Other">Whether a row with this unit, department or community does; null stands for 不适用.</param>
internal sealed record Slice(Month From, Month Until, Func<Life, Month, bool> Here, Func<(string? Unit, string? Department, string? Community), bool> Other)
{
    public bool Covers(Month month) => month >= From && month <= Until;
}

/// <summary>Every metric, counted row by row as its definition reads. Nothing here is shared with the SQL.</summary>
internal sealed class PlainMetrics(ProofLedgers rows)
{
    private static readonly DateOnly s_asOf = RandomLives.Last.Last;

    private IReadOnlyList<Life> Lives { get; } = [.. rows.Lives.Where(life => life.Counts)];

    public Number Of(string key, Slice s) => key switch
    {
        "hazards_found" => Number.Count(FoundIn(s).Count()),
        "open_stock" => Number.Count(Open(s).Count()),
        "rectified_in_month" => Number.Count(Closings(s).Count()),
        "cumulative_rectification_rate" => Number.Share(FoundToDate(s).Count(life => !life.OpenAt(s.Until)), FoundToDate(s).Count()),
        "cohort_rectification_rate" => Number.Share(Cohort(s).Count(life => !life.OpenAt(s.Until)), Cohort(s).Count()),
        "workload_rate" => Number.Share(Closings(s).Count(), Opening(s) + FoundIn(s).Count() + Reopened(s)),
        "on_time_rate" => OnTime(s, spell => spell.Due),
        "on_time_rate_original" => OnTime(s, spell => spell.OriginalDue),
        "overdue_rate" => Number.Share(Overdue(s).Count(), Open(s).Count(life => life.DueAt(s.Until) is not null), Open(s).Count(life => life.DueAt(s.Until) is null)),
        "overdue_stock" => Number.Count(Overdue(s).Count()),
        "overdue_1_7" => Number.Count(Overdue(s).Count(days => days is >= 1 and <= 7)),
        "overdue_8_30" => Number.Count(Overdue(s).Count(days => days is >= 8 and <= 30)),
        "overdue_31_90" => Number.Count(Overdue(s).Count(days => days is >= 31 and <= 90)),
        "overdue_over_90" => Number.Count(Overdue(s).Count(days => days > 90)),
        "days_to_rectify" => Days(s, days => Quantile(days, 0.5)),
        "days_to_rectify_p90" => Days(s, days => Quantile(days, 0.9)),
        "days_to_rectify_mean" => Days(s, days => days.Count == 0 ? null : days.Average()),
        "days_to_rectify_km" => KaplanMeier(s),
        "rectified_on_the_spot" => Number.Count(0),
        "verified_rate" => Number.Share(Verified(s), FoundToDate(s).Count()),
        "verified_of_rectified_rate" => Number.Share(Verified(s), FoundToDate(s).Count(life => !life.OpenAt(s.Until))),
        "claimed_unverified" => Number.Count(FoundToDate(s).Count(life => !life.OpenAt(s.Until)) - Verified(s)),
        "recurrence_rate_90" => Recurrence(s, 90),
        "recurrence_rate_180" => Recurrence(s, 180),
        "rebound_rate" => Rebound(s),
        "hazards_per_visit" => Number.Share(FoundIn(s).Count(), VisitsPaid().Count(visit => s.Covers(visit.Month) && s.Other((visit.Unit, visit.Sender, visit.Community)))),
        "coverage_rate" => Number.Share(RosterHere(s).Count(unit => VisitsPaid().Any(visit => visit.Unit == unit.Name && s.Covers(visit.Month))), RosterHere(s).Count()),
        "listed_coverage_rate" => Number.Share(RosterHere(s).Count(unit => unit.Listed && VisitsPaid().Any(visit => visit.Unit == unit.Name && visit.Month >= HalfYear(s.Until) && visit.Month <= s.Until)), RosterHere(s).Count(unit => unit.Listed)),
        "major_share" => Number.Share(FoundIn(s).Count(life => life.Level(life.Found) == "重大"), FoundIn(s).Count(life => life.Level(life.Found) != "未填报"), FoundIn(s).Count(life => life.Level(life.Found) == "未填报")),
        "open_major" => Number.Count(Open(s).Count(life => life.Level(s.Until) == "重大")),
        "five_fulfilments_rate" => Number.Share(0, 0, Open(s).Count(life => life.Level(s.Until) == "重大")),
        "duty_222_rate" => Duty(s, duty => duty is { Inspected: >= 2, Urged: >= 2, Solved: >= 2 }),
        "duty_222_inspected_rate" => Duty(s, duty => duty.Inspected >= 2),
        "duty_222_urged_rate" => Duty(s, duty => duty.Urged >= 2),
        "duty_222_solved_rate" => Duty(s, duty => duty.Solved >= 2),
        "submission_rate" => Number.Share(Expected(s).Count(InTime), Expected(s).Count(), 0),
        "missing_submissions" => Number.Count(Expected(s).Count(one => one.Received is null)),
        "undeterminable_share" => OnTime(s, spell => spell.Due) is var onTime ? Number.Share(onTime.Undeterminable!.Value, onTime.Undeterminable!.Value + onTime.Denominator!.Value) : null!,
        _ => throw new ArgumentException($"No plain definition of {key}.", nameof(key)),
    };

    private IEnumerable<Life> FoundIn(Slice s) => Lives.Where(life => s.Covers(life.Found) && s.Here(life, life.Found));

    private IEnumerable<Life> Open(Slice s) => Lives.Where(life => life.OpenAt(s.Until) && s.Here(life, s.Until));

    private int Opening(Slice s) => Lives.Count(life => life.OpenAt(s.From.Plus(-1)) && s.Here(life, s.From.Plus(-1)));

    private int Reopened(Slice s) => Lives.Sum(life => life.Spells.Skip(1).Count(spell => s.Covers(spell.Opened) && s.Here(life, spell.Opened)));

    private IEnumerable<Life> FoundToDate(Slice s) => Lives.Where(life => life.FoundBy(s.Until) && s.Here(life, s.Until));

    private IEnumerable<Life> Cohort(Slice s) => FoundToDate(s).Where(life => s.Covers(life.Found));

    private int Verified(Slice s) => FoundToDate(s).Count(life => life.VerifiedAt(s.Until));

    private IEnumerable<(Life Life, Spell Spell, int Number)> Closings(Slice s) => Lives.SelectMany(life => life.Spells
        .Select((spell, i) => (Life: life, Spell: spell, Number: i + 1))
        .Where(closing => closing.Spell.Closed is { } month && s.Covers(month) && s.Here(life, month)));

    private IEnumerable<int> Overdue(Slice s) => Open(s)
        .Select(life => life.DueAt(s.Until) is { } due ? s.Until.Last.DayNumber - due.DayNumber : 0)
        .Where(days => days > 0);

    private Number OnTime(Slice s, Func<Spell, DateOnly?> dueOf)
    {
        var due = Lives.SelectMany(life => life.Spells.Select(spell => (Life: life, Spell: spell, Due: dueOf(spell))))
            .Where(one => one.Due is { } day && day <= s_asOf && s.Covers(Month.Of(day)) && !one.Life.CancelledBy(Month.Of(day)) && s.Here(one.Life, Month.Of(day)))
            .Select(one => OnTime(one.Spell, one.Due!.Value)).ToList();
        var without = FoundIn(s).Count(life => life.DueAt(life.Found) is null);
        return Number.Share(due.Count(judged => judged is true), due.Count(judged => judged is not null), due.Count(judged => judged is null) + without);
    }

    private static bool? OnTime(Spell spell, DateOnly due)
    {
        if (spell.Closed is not { } month) return false;
        if (spell.Rectified is { } day) return day <= due;
        if (month.Last <= due) return true;
        return month.First > due ? false : null;
    }

    private Number Days(Slice s, Func<IReadOnlyList<double>, double?> summary)
    {
        var closings = Closings(s).Select(closing => closing.Number == 1 && closing.Spell.Rectified >= closing.Life.FoundOn
            ? closing.Spell.Rectified.Value.DayNumber - closing.Life.FoundOn!.Value.DayNumber
            : (double?)null).ToList();
        var days = closings.OfType<double>().Order().ToList();
        return new(summary(days), days.Count, closings.Count, closings.Count - days.Count);
    }

    /// <summary>Linear between the two nearest, as spreadsheets do.</summary>
    private static double? Quantile(IReadOnlyList<double> ordered, double share)
    {
        if (ordered.Count == 0) return null;
        var place = (ordered.Count - 1) * share;
        var below = (int)Math.Floor(place);
        return ordered[below] + (place - below) * (ordered[Math.Min(below + 1, ordered.Count - 1)] - ordered[below]);
    }

    private Number KaplanMeier(Slice s)
    {
        var lives = Lives.Where(life => life.FoundBy(s.Until) && s.Here(life, RandomLives.Last)).Select(life =>
        {
            var first = life.Spells[0];
            if (!(first.Closed <= s.Until)) return (Days: life.FoundOn is { } found ? s.Until.Last.DayNumber - found.DayNumber : (int?)null, Event: false);
            return (Days: first.Rectified >= life.FoundOn ? first.Rectified.Value.DayNumber - life.FoundOn!.Value.DayNumber : null, Event: true);
        }).ToList();
        var known = lives.Where(life => life.Days is not null).ToList();
        var survival = 1.0;
        double? median = null;
        foreach (var day in known.Where(life => life.Event).Select(life => life.Days!.Value).Distinct().Order())
        {
            survival *= 1 - (double)known.Count(life => life.Event && life.Days == day) / known.Count(life => life.Days >= day);
            if (survival <= 0.5 + 1e-12) median ??= day;
        }

        return new(median, known.Count(life => life.Event), known.Count, lives.Count - known.Count);
    }

    private Number Recurrence(Slice s, int window)
    {
        var judged = Closings(s).Select(closing => Recurred(closing.Life, closing.Spell, window)).ToList();
        return Number.Share(judged.Count(one => one is "yes"), judged.Count(one => one is "yes" or "no"), judged.Count(one => one is "unsure"));
    }

    /// <summary>Days that are not stated lie somewhere in their month.</summary>
    private string Recurred(Life life, Spell spell, int window)
    {
        var (closedFrom, closedUntil) = spell.Rectified is { } day ? (day, day) : (spell.Closed!.Value.First, spell.Closed.Value.Last);
        if (closedUntil.AddDays(window) > s_asOf) return "too early";
        if (life.Category is null) return "unsure";
        var others = Lives.Where(other => other.Key != life.Key && other.Unit == life.Unit && other.Category == life.Category && other.Cancelled is null)
            .Select(other => other.FoundOn is { } found ? (From: found, Until: found) : (From: other.Found.First, Until: other.Found.Last)).ToList();
        if (others.Any(other => other.From > closedUntil && other.Until.DayNumber - closedFrom.DayNumber <= window)) return "yes";
        return others.Any(other => other.Until > closedFrom && other.From.DayNumber - closedUntil.DayNumber <= window) ? "unsure" : "no";
    }

    private Number Rebound(Slice s)
    {
        var closings = Closings(s).ToList();
        bool Reopened((Life Life, Spell Spell, int Number) closing) => closing.Life.Spells.Count > closing.Number;
        bool Waits((Life Life, Spell Spell, int Number) closing) => (closing.Spell.Rectified ?? closing.Spell.Closed!.Value.Last).AddDays(90) > s_asOf;
        return Number.Share(closings.Count(Reopened), closings.Count, closings.Count(closing => !Reopened(closing) && Waits(closing)));
    }

    /// <summary>A unit, a sender, a day; or a month, where no row of that ledger states the day of a visit to the unit.</summary>
    private IEnumerable<(string Unit, string Sender, Month Month, DateOnly? Day, string? Community)> VisitsPaid() => rows.Visits
        .Select(visit => (visit.Unit, visit.Sender, visit.Month, visit.Day))
        .Concat(rows.Lives.SelectMany(life => life.Told
            .Where(told => told.Relation != "carried_over")
            .Select(told => (life.Unit, life.Sender, told.Month, Day: told.Relation == "new" ? life.FoundOn : null))))
        .GroupBy(visit => (visit.Unit, visit.Sender, visit.Month))
        .SelectMany(ledger => ledger.Select(visit => visit.Day ?? ledger.Min(other => other.Day)).Distinct().Select(day => (ledger.Key.Unit, ledger.Key.Sender, ledger.Key.Month, day, (string?)null)));

    private IEnumerable<RosterUnit> RosterHere(Slice s) => rows.Roster.Where(unit => s.Other((IsKnown(unit) ? unit.Name : "", null, "未填报")));

    private bool IsKnown(RosterUnit unit) => VisitsPaid().Any(visit => visit.Unit == unit.Name) || rows.Lives.Any(life => life.Unit == unit.Name);

    private static Month HalfYear(Month month) => Month.Of(month.First.Year, month.First.Month <= 6 ? 1 : 7);

    private Number Duty(Slice s, Func<DutyReport, bool> isMet)
    {
        var months = ProofLedgers.Months.Where(month => s.Covers(month) && s.Other((null, null, null))).ToList();
        var reports = rows.Duties.Where(duty => months.Contains(duty.Month) && rows.Persons.Contains(duty.Person, StringComparer.Ordinal)).ToList();
        var due = months.Count * rows.Persons.Count;
        return new(reports.Count == 0 ? null : (double)reports.Count(isMet) / due, reports.Count(isMet), due, due - reports.Count);
    }

    private IEnumerable<Submission> Expected(Slice s) => rows.Submissions.Where(one => s.Covers(one.Month) && s.Other((null, one.Sender, null)));

    /// <summary>By the fifth of the next month.</summary>
    private static bool InTime(Submission one) => one.Received is { } day && day <= one.Month.Last.AddDays(5);
}
