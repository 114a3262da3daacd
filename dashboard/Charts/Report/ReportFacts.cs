using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report;

/// <summary>What a wording may name: each fact's words, and whether there is any of it.</summary>
internal sealed class ReportFacts
{
    /// <summary>Metrics of the contract that a snapshot may not define yet: naming them is no mistake, and they are then not known.</summary>
    private static readonly string[] s_contract =
    [
        "hazards_found", "open_stock", "rectified_in_month", "cumulative_rectification_rate", "cohort_rectification_rate", "workload_rate", "on_time_rate", "overdue_rate", "days_to_rectify", "verified_rate",
        "recurrence_rate_90", "recurrence_rate_180", "rebound_rate", "hazards_per_visit", "coverage_rate", "major_share", "duty_222_rate", "submission_rate", "requirement_done_rate", "undeterminable_share",
    ];

    private static readonly string[] s_fulfilments = ["five_fulfilments_rate", "fulfilment_rate", "major_fulfilled_rate"];

    private readonly Dictionary<string, (string Text, bool Is)> _facts = new(StringComparer.Ordinal);
    private readonly string _unknown;

    public ReportFacts(ReportSource source, IReadOnlyList<Figure> figures)
    {
        _unknown = source.Words["Unknown"];
        foreach (var key in s_contract) foreach (var part in new[] { "", ".base", ".before", ".year", ".left", ".target", ".label" }) _facts[key + part] = (_unknown, false);
        foreach (var metric in source.Snapshot.Metrics) Add(source, metric);
        foreach (var key in ReportFigures.Keys) _facts["claim." + key] = (source.Words["NoFigure"], false);
        foreach (var figure in figures) _facts["claim." + figure.Key] = (figure.Claim, true);
        Month(source);
        Reporting(source);
        Standing(source);
        Periods(source);
    }

    public IReadOnlySet<string> Names => _facts.Keys.ToHashSet(StringComparer.Ordinal);

    public string this[string name] => _facts[name].Text;

    public bool Is(string name) => _facts[name].Is;

    private void Add(ReportSource source, Metric metric)
    {
        var value = source.Value(metric.Key)!;
        _facts[metric.Key] = (source.Text(metric, value), value.Value is not null and not 0);
        _facts[metric.Key + ".label"] = (source.Wording.Label(metric), true);
        _facts[metric.Key + ".base"] = (value.Denominator is > 0 ? source.Wording.OutOf(value) : source.Wording.Phrases["NoBase"], value.Denominator is > 0);
        _facts[metric.Key + ".before"] = (Change.InWords(source, metric, source.Before), source.Before is not null);
        _facts[metric.Key + ".year"] = (Change.InWords(source, metric, source.YearBefore), source.YearBefore is not null);
        _facts[metric.Key + ".target"] = (source.Wording.Value(metric.Unit, source.Target(metric.Key)), source.Target(metric.Key) is not null);
        Count(source, metric.Key + ".left", value.Undeterminable);
    }

    private void Month(ReportSource source)
    {
        var notes = source.Look.Notes("", null);
        Text("month", source.Wording.Month(source.Month));
        Text("as_of", source.Wording.Day(source.IsUnfinished ? source.Snapshot.Info.AsOf : source.Month.LastDay));
        Text("snapshot", source.Snapshot.Info.Name.Text);
        Text("scope", notes.Filters);
        Text("recipient", source.Recipient.Name ?? "");
        _facts["recipient_mark"] = (source.Recipient.Name is { } name ? source.Words.With("RecipientMark", name) : "", source.Recipient.Name is not null);
        _facts["recipient_name"] = (source.Recipient.Name is { } who ? source.Words.With("RecipientName", who) : "", source.Recipient.Name is not null);
        _facts["unfinished"] = ("", source.IsUnfinished);
        _facts["provisional"] = ("", source.Standing.State is "open" or "reopened");
        Count(source, "overdue", source.Current.Overdue.Sum(age => age.Count));
        Count(source, "overdue_over_90", source.Current.Overdue.First(age => age.Age is OverdueAge.DaysOver90).Count);
        Count(source, "reopened", source.Current.Reopened);
        Count(source, "unverified", source.Current.RectifiedToDate.Unverified);
        Count(source, "major", source.Major.Count);
        Count(source, "followed", source.Recurrence?.Followed);
        Count(source, "recurred", source.Recurrence?.Recurred);
        Count(source, "left", source.Now.Rows[0].Values.Max(value => value.Undeterminable));
        var fulfilment = s_fulfilments.FirstOrDefault(source.Has);
        _facts["fulfilments"] = fulfilment is null ? (_unknown, false) : (source.Text(source.Metric(fulfilment), source.Value(fulfilment)), source.Value(fulfilment)!.Denominator is > 0);
    }

    private void Reporting(ReportSource source)
    {
        var month = source.Submissions;
        Count(source, "senders", month.Senders);
        Count(source, "reported", month.Reported);
        Count(source, "zero_reports", month.ZeroReports);
        Count(source, "late", month.Late);
        Count(source, "waiting_senders", month.Waiting);
        Count(source, "missing", month.Missing.Count);
        _facts["missing_names"] = (string.Join(source.Wording.Phrases["ListComma"], month.Missing), month.Missing.Count > 0);
        Count(source, "waiting_files", month.WaitingFiles);
        Count(source, "waiting_rows", month.WaitingRows);
        _facts["waiting"] = ("", month.WaitingFiles + month.WaitingRows > 0);
    }

    private void Standing(ReportSource source)
    {
        Count(source, "restated", source.Standing.Restatements.Count);
        _facts["requirements"] = ("", source.Standing.Requirements.Count > 0);
    }

    private void Periods(ReportSource source)
    {
        var next = source.NextPeriods.FirstOrDefault(period => period.StartsOn > source.Month.LastDay);
        _facts["next_period"] = next is null ? (_unknown, false) : (next.Period, true);
        _facts["next_period_dates"] = next is null ? (_unknown, false) : (source.Words.With("Dates", source.Wording.Day(next.StartsOn), source.Wording.Day(next.EndsOn)), true);
        Count(source, "next_period_days", next is null ? null : next.StartsOn.DayNumber - source.Month.LastDay.DayNumber);
    }

    private void Text(string name, string text) => _facts[name] = (text, text.Length > 0);

    private void Count(ReportSource source, string name, long? count) => _facts[name] = (count is null ? _unknown : source.Wording.Count(count), count is > 0);
}
