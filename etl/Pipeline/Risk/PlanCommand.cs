using System.CommandLine;
using System.Globalization;
using SafetyAnalytics.Learning.Risk.Planning;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Risk;

/// <summary>The verb <c>plan</c>: the check list before a high-risk period.</summary>
internal sealed class PlanCommand(Conversation say, TimeProvider clock, Func<ParseResult, DataDirectory> data, Func<ParseResult, Seeds> seeds)
{
    private const int MostVisits = 100_000;

    private readonly Option<string?> _period = new("--period") { Description = Messages.Of("option_period") };
    private readonly Option<int?> _year = new("--year") { Description = Messages.Of("option_year") };
    private readonly Option<string?> _starts = new("--starts-on") { Description = Messages.Of("option_starts_on") };
    private readonly Option<string?> _ends = new("--ends-on") { Description = Messages.Of("option_ends_on") };
    private readonly Option<int?> _visits = new("--visits") { Description = Messages.Of("option_visits") };
    private readonly Option<string[]> _visitsOf = new("--visits-of") { Description = Messages.Of("option_visits_of") };
    private readonly Option<int> _lead = new("--lead-days") { Description = Messages.Of("option_lead_days"), DefaultValueFactory = _ => PlanMaker.DefaultLeadDays };
    private readonly Option<string?> _asOf = new("--as-of") { Description = Messages.Of("option_as_of_plan") };
    private readonly Option<string> _out = new("--out") { Description = Messages.Of("option_plan_out"), Required = true };

    public Command Verb()
    {
        var verb = new Command("plan", Messages.Of("verb_plan"));
        foreach (var option in new Option[] { _period, _year, _starts, _ends, _visits, _visitsOf, _lead, _asOf, _out }) verb.Options.Add(option);
        verb.SetAction((parsed, token) => Task.FromResult((int)say.Guard(() => Run(parsed, token), data(parsed))));
        return verb;
    }

    private ExitCode Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var directory = data(parsed);
        var known = seeds(parsed);
        var budget = Budget(parsed);
        var lead = Within("--lead-days", parsed.GetValue(_lead), 0, 90)!.Value;
        var path = Path.GetFullPath(parsed.GetValue(_out)!);
        if (Path.GetExtension(path).ToUpperInvariant() is not (".XLSX" or ".DOCX" or ".CSV")) throw new PipelineException(ExitCode.Usage, Messages.Of("plan_format", path));
        var asOf = ScoreCommand.DayOf(parsed.GetValue(_asOf));
        using var held = directory.LockForWriting();
        var decided = DecidedSeeds.Of(directory, known);
        var period = PeriodOf(parsed, decided);
        var plan = new PlanMaker(directory, decided, clock).Make(period, budget, lead, asOf, say.OnStage, cancellationToken);
        say.EndStage();
        PlanFile.Write(plan, path);
        Tell(plan, path);
        return ExitCode.Done;
    }

    private PlanPeriod PeriodOf(ParseResult parsed, Seeds known)
    {
        if (parsed.GetValue(_period) is { } name)
        {
            if (parsed.GetValue(_year) is not { } year) throw new PipelineException(ExitCode.Usage, Messages.Of("plan_needs_year", name));
            var calendar = PlanCalendar.Of(known);
            return PlanPeriods.Find(calendar, name.Trim(), year)
                ?? throw new PipelineException(ExitCode.Usage, Messages.Of("plan_unknown_period", name, year, string.Join('、', calendar.SelectMany(period => PlanPeriods.Names(period.Name)).Distinct(StringComparer.Ordinal))));
        }

        var (starts, ends) = (ScoreCommand.DayOf(parsed.GetValue(_starts)), ScoreCommand.DayOf(parsed.GetValue(_ends)));
        if (starts is null || ends is null || ends < starts) throw new PipelineException(ExitCode.Usage, Messages.Of("plan_needs_period"));
        return PlanCalendar.Between(starts.Value, ends.Value);
    }

    /// <summary>What each department can do, where that is said; else the total.</summary>
    private PlanBudget? Budget(ParseResult parsed)
    {
        var total = Within("--visits", parsed.GetValue(_visits), 1, MostVisits);
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in parsed.GetValue(_visitsOf) ?? [])
        {
            var at = text.LastIndexOf('=');
            if (at < 1 || !int.TryParse(text[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > MostVisits) throw new PipelineException(ExitCode.Usage, Messages.Of("plan_visits_of", text));
            named[text[..at].Trim()] = number;
        }

        if (named.Count == 0) return total is { } all ? PlanBudget.Of(all) : null;
        return new PlanBudget(Math.Max(total ?? 0, named.Values.Sum()), named);
    }

    private void Tell(MadePlan plan, string path)
    {
        var period = plan.Period;
        say.Result(Messages.Of("plan_made", period.Name, Iso(period.StartsOn), Iso(period.EndsOn), plan.Listed.Count, Iso(plan.AsOf), path));
        if (period.Certainty == "derived") say.Note(Messages.Of("plan_derived", period.Name));
        if (plan.IsThin) say.Note(Messages.Of("plan_thin"));
        foreach (var part in plan.Listed.GroupBy(visit => visit.Item.Reasons[0]).OrderBy(part => part.Key))
            say.Result(Messages.Of("plan_part", Messages.Of("plan_reason_" + Ledgers.Words.SnakeCase.Of(part.Key)), part.Count()));
        foreach (var duty in plan.Unmet.GroupBy(duty => duty.Kind))
            say.Note(Messages.Of("plan_unmet_" + duty.Key, duty.Count(), string.Join('、', duty.Take(10).Select(one => one.Subject))));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int? Within(string option, int? value, int least, int most) =>
        value is null || (value >= least && value <= most) ? value : throw new PipelineException(ExitCode.Usage, Messages.Of("bad_range", option, least, most, value));
}
