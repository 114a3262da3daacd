namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>The two kinds of examples of the same cut-offs.</summary>
/// <param name="Pairs">Unit × category: is a hazard of it found at the unit's next visit?</param>
/// <param name="Units">Unit: is any hazard, a major one, how many, found at its next visit?</param>
public sealed record RiskExamples(ExampleSet Pairs, ExampleSet Units);

/// <summary>
/// Makes examples from a history. An example stands at a cut-off and looks at the unit's next visit within the horizon; one pass over the history
/// serves all cut-offs, and sees of each day only what came before.
/// </summary>
public sealed class ExampleMaker(RiskHistory history, int horizonDays)
{
    /// <summary>Categories a unit never had that are scored all the same: those its kind of place finds first most often.</summary>
    private const int TypicalCategories = 3;

    private readonly int[][] _visitDays = VisitDays(history);
    private readonly Dictionary<(int Unit, int Day), List<Finding>> _byVisit = ByVisit(history);

    /// <summary>Examples of units visited within the horizon after each cut-off, with their outcome.</summary>
    /// <param name="cutOffs">Day numbers, ascending.</param>
    /// <param name="knownUntil">Visits after this day are not known: their examples are left out.</param>
    public RiskExamples WithOutcome(IEnumerable<int> cutOffs, int knownUntil, CancellationToken cancellationToken = default)
    {
        var examples = NewExamples();
        var walk = new HistoryWalk(history);
        foreach (var cutOff in cutOffs)
        {
            walk.AdvanceTo(cutOff);
            var rows = Rows(walk, cutOff);
            for (var unit = 0; unit < history.Units.Count; unit++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var outcome = NextVisit(unit, cutOff);
                if (outcome > 0 && outcome <= knownUntil) Add(examples, walk, rows, unit, cutOff, outcome);
            }
        }

        return examples;
    }

    /// <summary>One example per unit known at the cut-off, and per candidate category, without outcome.</summary>
    public RiskExamples At(int cutOff, CancellationToken cancellationToken = default)
    {
        var examples = NewExamples();
        var walk = new HistoryWalk(history);
        walk.AdvanceTo(cutOff);
        var rows = Rows(walk, cutOff);
        for (var unit = 0; unit < history.Units.Count; unit++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (walk.Units[unit] is not null) Add(examples, walk, rows, unit, cutOff, 0);
        }

        return examples;
    }

    private static RiskExamples NewExamples() => new(new ExampleSet(FeatureCounts.Pair), new ExampleSet(FeatureCounts.Unit));

    private (PairRow Pair, UnitRow Unit) Rows(HistoryWalk walk, int cutOff)
    {
        var calendar = Calendar.Of(cutOff, horizonDays, history.Periods);
        return (new PairRow(walk, calendar), new UnitRow(walk, calendar));
    }

    private void Add(RiskExamples examples, HistoryWalk walk, (PairRow Pair, UnitRow Unit) rows, int unit, int cutOff, int outcome)
    {
        var past = walk.Units[unit];
        var found = outcome > 0 && _byVisit.TryGetValue((unit, outcome), out var findings) ? findings : [];
        var visits = past?.Visits.Count ?? 0;
        rows.Unit.Fill(unit, past, cutOff);
        examples.Units.Add(rows.Unit.Features, new ExampleAbout(unit, -1, cutOff, outcome, found.Count, found.Count(finding => finding.IsMajor), visits > 0, rows.Unit.AnyRate, rows.Unit.Naive, visits) { Facts = outcome > 0 ? null : Facts(past, null, cutOff) });
        foreach (var (category, hasHistory) in Candidates(walk, unit, past, cutOff))
        {
            rows.Pair.Fill(unit, past, category, cutOff);
            var ofCategory = found.Where(finding => finding.Category == category).ToList();
            examples.Pairs.Add(rows.Pair.Features, new ExampleAbout(unit, category, cutOff, outcome, ofCategory.Count, ofCategory.Count(finding => finding.IsMajor), hasHistory, rows.Pair.BaseRate, rows.Pair.Naive, visits) { Facts = outcome > 0 ? null : Facts(past, past?.Pair(category), cutOff, isPair: true) });
        }
    }

    private static ExampleFacts Facts(UnitPast? past, PairPast? pair, int day, bool isPair = false) => new(
        isPair ? pair?.Count ?? 0 : past?.HazardCount ?? 0,
        isPair ? (pair is null ? 0 : pair.Days[^1]) : past?.Visits.LastOrDefault(visit => visit.Hazards > 0)?.Day ?? 0,
        past?.Visits.Count ?? 0, past?.LastVisit?.Day ?? 0, past?.LastVisit?.Hazards ?? 0, past?.OpenCount ?? 0, past?.OverdueCount(day) ?? 0, past?.ReturnCount ?? 0, past?.MajorCount ?? 0);

    private IEnumerable<(int Category, bool HasHistory)> Candidates(HistoryWalk walk, int unit, UnitPast? past, int day)
    {
        var had = past?.Pairs.Select(pair => pair.Category).Order().ToList() ?? [];
        var groups = walk.Groups[unit];
        var sector = walk.GroupOf("sector", past?.Sector ?? -1);
        var typical = Enumerable.Range(0, history.Categories.Count)
            .Where(category => !had.Contains(category))
            .OrderByDescending(category => Math.Log(walk.Rates.FirstRate(category)) + Leaning(category))
            .ThenBy(category => category)
            .Take(TypicalCategories);
        return had.Select(category => (category, true)).Concat(typical.Select(category => (category, false)));

        double Leaning(int category)
        {
            var rate = walk.Rates.Rate(category);
            return walk.ByCategory.LogRatio(groups.Kind, category, day, rate) + walk.ByCategory.LogRatio(sector, category, day, rate);
        }
    }

    /// <summary>Day of the unit's first visit after the cut-off and within the horizon; 0: none.</summary>
    private int NextVisit(int unit, int cutOff)
    {
        var days = _visitDays[unit];
        var at = Array.BinarySearch(days, cutOff + 1);
        if (at < 0) at = ~at;
        return at < days.Length && days[at] <= cutOff + horizonDays ? days[at] : 0;
    }

    private static int[][] VisitDays(RiskHistory history)
    {
        var days = new List<int>[history.Units.Count];
        foreach (var visit in history.Visits) (days[visit.Unit] ??= []).Add(visit.Day);
        return [.. days.Select(list => list?.ToArray() ?? [])];
    }

    private static Dictionary<(int Unit, int Day), List<Finding>> ByVisit(RiskHistory history)
    {
        var byVisit = new Dictionary<(int Unit, int Day), List<Finding>>();
        foreach (var finding in history.Findings)
        {
            var key = (finding.Unit, finding.Day);
            if (!byVisit.TryGetValue(key, out var list)) byVisit[key] = list = [];
            list.Add(finding);
        }

        return byVisit;
    }
}
