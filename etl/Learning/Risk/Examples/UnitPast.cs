namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>What is known of one unit up to a day.</summary>
internal sealed class UnitPast
{
    private readonly Dictionary<int, (int Category, int Due)> _open = [];
    private readonly List<int> _daysToRectify = [];

    public List<PairPast> Pairs { get; } = [];

    /// <summary>One per visit, oldest first.</summary>
    public List<VisitPast> Visits { get; } = [];

    public int Sector { get; private set; } = -1;

    public int Community { get; private set; } = -1;

    /// <summary>How the ledger says the last visit that found something ended.</summary>
    public int Ending { get; private set; } = -1;

    public int HazardCount { get; private set; }

    public int MajorCount { get; private set; }

    public int ReturnCount { get; private set; }

    public int VisitsWithHazard { get; private set; }

    public int VisitsWithMajor { get; private set; }

    /// <summary>Number of the last visit with a major hazard, from 1; 0: none.</summary>
    public int LastMajorVisit { get; private set; }

    public int OpenCount => _open.Count;

    public VisitPast? LastVisit => Visits.Count > 0 ? Visits[^1] : null;

    public PairPast? Pair(int category)
    {
        foreach (var pair in Pairs)
        {
            if (pair.Category == category) return pair;
        }

        return null;
    }

    public void Add(int day, IReadOnlyList<Finding> findings)
    {
        var (hazards, majors) = (0, 0);
        var categories = new List<int>();
        foreach (var finding in findings)
        {
            hazards++;
            if (finding.IsMajor) majors++;
            if (finding.IsReturn) ReturnCount++;
            if (finding.Sector >= 0) Sector = finding.Sector;
            if (finding.Community >= 0) Community = finding.Community;
            Ending = finding.Ending;
            if (finding.Category >= 0 && !categories.Contains(finding.Category)) categories.Add(finding.Category);
        }

        Visits.Add(new VisitPast(day, hazards, majors, categories));
        HazardCount += hazards;
        MajorCount += majors;
        if (hazards > 0) VisitsWithHazard++;
        if (majors > 0) (VisitsWithMajor, LastMajorVisit) = (VisitsWithMajor + 1, Visits.Count);
        foreach (var category in categories)
        {
            var pair = Pair(category);
            if (pair is null) Pairs.Add(pair = new PairPast(category, Visits.Count));
            pair.Found(day, Visits.Count, findings.Any(finding => finding.Category == category && finding.IsReturn));
        }
    }

    public void Add(HazardState state)
    {
        if (state.IsOpen) _open[state.Hazard] = (state.Category, state.Due);
        else _open.Remove(state.Hazard);
        if (state.DaysToRectify >= 0) _daysToRectify.Add(state.DaysToRectify);
    }

    public int OpenOf(int category) => _open.Values.Count(hazard => hazard.Category == category);

    public int OverdueCount(int day) => _open.Values.Count(hazard => hazard.Due > 0 && hazard.Due < day);

    /// <summary>-1: no hazard of the unit states both days.</summary>
    public double MedianDaysToRectify()
    {
        if (_daysToRectify.Count == 0) return -1;
        var sorted = _daysToRectify.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
    }

    /// <summary>Hazards found in the last <paramref name="days"/> days up to <paramref name="day"/>.</summary>
    public int HazardsWithin(int days, int day)
    {
        var count = 0;
        for (var i = Visits.Count - 1; i >= 0 && Visits[i].Day > day - days; i--) count += Visits[i].Hazards;
        return count;
    }

    /// <summary>Mean days between visits; 0 before the second.</summary>
    public double MeanGap => Visits.Count < 2 ? 0 : (Visits[^1].Day - Visits[0].Day) / (double)(Visits.Count - 1);
}

/// <summary>One visit as it stays in memory.</summary>
internal sealed record VisitPast(int Day, int Hazards, int Majors, IReadOnlyList<int> Categories);

/// <summary>What is known of one category at one unit that had it.</summary>
internal sealed class PairPast(int category, int firstVisit)
{
    private const double Memory = 0.6;

    private double _recent;
    private double _recentWeight;
    private int _fadedTo = firstVisit;

    public int Category { get; } = category;

    /// <summary>Number of the visit that first found it, from 1.</summary>
    public int FirstVisit { get; } = firstVisit;

    public int Count { get; private set; }

    public int Returns { get; private set; }

    public int LastVisit { get; private set; }

    /// <summary>Visits in a row that found it, up to the last that did.</summary>
    public int Streak { get; private set; }

    public List<int> Days { get; } = [];

    public void Found(int day, int visit, bool isReturn)
    {
        Streak = LastVisit == visit - 1 ? Streak + 1 : 1;
        (_recent, _recentWeight) = RecentAt(visit - 1);
        _fadedTo = visit;
        if (visit > FirstVisit) (_recent, _recentWeight) = ((_recent * Memory) + 1, (_recentWeight * Memory) + 1);
        Count++;
        LastVisit = visit;
        Days.Add(day);
        if (isReturn) Returns++;
    }

    /// <summary>Findings and visits after the first, the latest weighing most.</summary>
    public (double Hits, double Visits) RecentAt(int visit)
    {
        var (hits, weight) = (_recent, _recentWeight);
        for (var i = _fadedTo; i < visit; i++) (hits, weight) = (hits * Memory, (weight * Memory) + 1);
        return (hits, weight);
    }

    public int Within(int days, int day)
    {
        var count = 0;
        for (var i = Days.Count - 1; i >= 0 && Days[i] > day - days; i--) count++;
        return count;
    }
}
