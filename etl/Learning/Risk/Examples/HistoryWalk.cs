using System.Runtime.InteropServices;

namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>
/// Goes through a history day by day and remembers what examples need. It can only be asked about the day it has come to, so nothing later can be in
/// an answer. One pass serves any number of cut-offs.
/// </summary>
internal sealed class HistoryWalk
{
    private readonly RiskHistory _history;
    private readonly Dictionary<string, int> _groupNumbers = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];
    private int _nextVisit;
    private int _nextFinding;
    private int _nextState;

    public HistoryWalk(RiskHistory history)
    {
        _history = history;
        Units = new UnitPast?[history.Units.Count];
        Groups = new UnitGroups[history.Units.Count];
        for (var unit = 0; unit < Groups.Length; unit++)
        {
            var place = PlaceGroups.Of(history.Units[unit].Name, history.Units[unit].Address);
            Groups[unit] = new UnitGroups(Number("area", place.Area), Number("street", place.Street), Number("block", place.Block), Number("kind", place.Kind), Number("brand", place.Brand));
        }

        Rates = new CategoryRates(history.Categories.Count);
        Company = new CategoryCompany(history.Categories.Count);
        Traits = new TraitWalk(this, history.Traits);
        ExpectedMajors = new ExpectedMajors(this, history.Categories.Count);
    }

    /// <summary>By unit; null before its first visit or row.</summary>
    public UnitPast?[] Units { get; }

    public UnitGroups[] Groups { get; }

    public CategoryRates Rates { get; }

    public VisitRates VisitRates { get; } = new();

    public SmoothedRate PairRate { get; } = new();

    /// <summary>Of all visits, those before the first finding too.</summary>
    public SmoothedRate ShareRate { get; } = new();

    public SmoothedRate AnyRate { get; } = new();

    public SmoothedRate MajorRate { get; } = new();

    public CategoryCompany Company { get; }

    public TraitWalk Traits { get; }

    public ExpectedMajors ExpectedMajors { get; }

    /// <summary>Findings of categories a unit had before, against what the share rate said of them; by unit or group. Against the categories' rates they would tell once more what the unit's own record tells.</summary>
    public Tallies Again { get; } = new(365, 3);

    /// <summary>The same of the last months only: a change of practice, or of the one who looks, shows there first.</summary>
    public Tallies AgainLately { get; } = new(90, 5);

    /// <summary>Categories a unit never had before.</summary>
    public Tallies First { get; } = new(730, 3);

    public Tallies Major { get; } = new(730, 1.5);

    /// <summary>How far the sum over categories has been wrong so far: their rates are shrunk one by one, their sum is not.</summary>
    public Tallies MajorOverExpected { get; } = new(730, 3);

    public Tallies MajorLately { get; } = new(120, 1);

    public Tallies Hazards { get; } = new(365, 8);

    public Tallies HazardsLately { get; } = new(90, 12);

    public Tallies Season { get; } = new(3650, 20);

    public CategoryTallies ByCategory { get; } = new(730, 3);

    public CategoryTallies ByCategoryLately { get; } = new(150, 2);

    /// <summary>Goes on to the end of <paramref name="day"/>.</summary>
    public void AdvanceTo(int day)
    {
        for (; _nextVisit < _history.Visits.Count && _history.Visits[_nextVisit].Day <= day; _nextVisit++)
        {
            // What a month's remarks say is known after the visits of its last day.
            Traits.AdvanceTo(_history.Visits[_nextVisit].Day - 1);
            Take(_history.Visits[_nextVisit]);
        }

        Traits.AdvanceTo(day);
        for (; _nextState < _history.States.Count && _history.States[_nextState].Day <= day; _nextState++) PastOf(_history.States[_nextState].Unit).Add(_history.States[_nextState]);
    }

    private UnitPast PastOf(int unit) => Units[unit] ??= new UnitPast();

    private void Take(UnitVisit visit)
    {
        _findings.Clear();
        for (; _nextFinding < _history.Findings.Count && IsOf(_history.Findings[_nextFinding], visit); _nextFinding++) _findings.Add(_history.Findings[_nextFinding]);
        var past = PastOf(visit.Unit);
        var found = new List<int>();
        foreach (var finding in CollectionsMarshal.AsSpan(_findings))
        {
            if (finding.Category >= 0 && !found.Contains(finding.Category)) found.Add(finding.Category);
        }

        var (hits, expected) = LearnPairs(visit, past, found);
        LearnUnit(visit, past, found);
        Traits.Learn(visit.Unit, visit.Day, new TraitVisit(found, _findings.Count, VisitRates.Hazards, _findings.Any(finding => finding.IsMajor) ? 1 : 0, VisitRates.Major, hits, expected));
        past.Add(visit.Day, _findings);
        Rates.Visit(visit.Day);
        foreach (var category in found) Rates.Found(category);
        foreach (var finding in CollectionsMarshal.AsSpan(_findings)) ExpectedMajors.Found(finding);
        VisitRates.Add(visit.Day, _findings.Count, _findings.Count(finding => finding.IsMajor));
    }

    private static bool IsOf(Finding finding, UnitVisit visit) => finding.Day == visit.Day && finding.Unit == visit.Unit;

    /// <returns>Categories found of those the unit had before, and how many one would have expected.</returns>
    private (double Hits, double Expected) LearnPairs(UnitVisit visit, UnitPast past, List<int> found)
    {
        var groups = Groups[visit.Unit];
        var (hits, expected) = (0.0, 0.0);
        var before = past.LastVisit?.Categories ?? [];
        var month = DateOnly.FromDayNumber(visit.Day).Month;
        var unit = HazardLean(past);
        foreach (var pair in past.Pairs)
        {
            var isHit = found.Contains(pair.Category);
            var kind = KindOf(visit.Unit, pair.Category, visit.Day);
            var rate = ShareRate.Of(pair.Count, past.Visits.Count, ShareRate.Prior(Rates.Rate(pair.Category), unit, kind));
            (hits, expected) = (hits + (isHit ? 1 : 0), expected + rate);
            ShareRate.Learn(pair.Count, past.Visits.Count, Rates.Rate(pair.Category), unit, kind, isHit);
            PairRate.Learn(pair.Count - 1, past.Visits.Count - pair.FirstVisit, Rates.AgainRate(pair.Category), unit, kind, isHit);
            Company.Add(before, pair.Category, isHit ? 1 : 0, rate);
            AgainLately.Add(GroupKey.Of(GroupKind.Category, pair.Category), visit.Day, isHit ? 1 : 0, rate);
            Season.Add(GroupKey.Of(GroupKind.Season, (pair.Category * 16) + month), visit.Day, isHit ? 1 : 0, rate);
        }

        foreach (var pair in past.Pairs) Rates.Again(pair.Category, found.Contains(pair.Category));
        if (past.Pairs.Count > 0)
        {
            foreach (var key in KeysOf(visit.Unit, groups, past)) Again.Add(key, visit.Day, hits, expected);
            foreach (var key in new[] { GroupKey.Of(GroupKind.Area, groups.Area), GroupKey.Of(GroupKind.Street, groups.Street), GroupKey.Of(GroupKind.Community, past.Community) }) AgainLately.Add(key, visit.Day, hits, expected);
            AgainLately.Add(GroupKey.Of(GroupKind.Everywhere, 0), visit.Day, hits, expected);
        }

        LearnFirsts(visit, past, found);
        foreach (var group in new[] { groups.Area, groups.Kind, groups.Brand, GroupOf("community", past.Community), GroupOf("sector", past.Sector) }) ByCategory.Visit(group, visit.Day, found);
        foreach (var group in new[] { groups.Area, groups.Street, GroupOf("community", past.Community) }) ByCategoryLately.Visit(group, visit.Day, found);
        return (hits, expected);
    }

    private void LearnFirsts(UnitVisit visit, UnitPast past, List<int> found)
    {
        var expected = 0.0;
        for (var category = 0; category < _history.Categories.Count; category++) expected += Rates.FirstRate(category);
        foreach (var pair in past.Pairs) expected -= Rates.FirstRate(pair.Category);
        var firsts = found.Count(category => past.Pair(category) is null);
        First.Add(GroupKey.Of(GroupKind.Unit, visit.Unit), visit.Day, firsts, Math.Max(0, expected));
    }

    private void LearnUnit(UnitVisit visit, UnitPast past, List<int> found)
    {
        var majors = _findings.Any(finding => finding.IsMajor) ? 1 : 0;
        var (unit, kind) = (HazardLean(past), KindLean(visit.Unit, visit.Day));
        AnyRate.Learn(past.VisitsWithHazard, past.Visits.Count, VisitRates.Any, unit, kind, _findings.Count > 0);
        MajorRate.Learn(past.VisitsWithMajor, past.Visits.Count, MajorAtAll(visit.Unit, past, visit.Day), unit, kind, majors > 0);
        MajorOverExpected.Add(GroupKey.Of(GroupKind.Everywhere, 0), visit.Day, majors, 1 - Math.Exp(-ExpectedMajors.Of(visit.Unit, past, visit.Day)));
        foreach (var key in KeysOf(visit.Unit, Groups[visit.Unit], past).Append(GroupKey.Of(GroupKind.Everywhere, 0)))
        {
            Major.Add(key, visit.Day, majors, VisitRates.Major);
            MajorLately.Add(key, visit.Day, majors, VisitRates.Major);
            Hazards.Add(key, visit.Day, _findings.Count, VisitRates.Hazards);
            HazardsLately.Add(key, visit.Day, _findings.Count, VisitRates.Hazards);
        }

        foreach (var category in past.LastVisit?.Categories ?? [])
        {
            Major.Add(GroupKey.Of(GroupKind.Category, category), visit.Day, majors, VisitRates.Major);
            Hazards.Add(GroupKey.Of(GroupKind.Category, category), visit.Day, _findings.Count, VisitRates.Hazards);
        }
    }

    /// <summary>Probability of a major hazard by its categories; of any visit where no major hazard is of a category.</summary>
    public double MajorAtAll(int unit, UnitPast? past, int day) =>
        ExpectedMajors.Of(unit, past, day) is > 0 and var expected ? 1 - Math.Exp(-expected * Math.Exp(MajorOverExpected.LogRatio(GroupKey.Of(GroupKind.Everywhere, 0), day))) : VisitRates.Major;

    /// <summary>Logarithm of the unit's hazards per visit over the usual, shrunk by two visits.</summary>
    public double HazardLean(UnitPast? past) =>
        Math.Log(((past?.HazardCount ?? 0) + (2 * VisitRates.Hazards)) / (((past?.Visits.Count ?? 0) + 2) * VisitRates.Hazards));

    /// <summary>The same of all units whose names end alike, and of those with the same traits.</summary>
    public double KindLean(int unit, int day) => Hazards.LogRatio(GroupKey.Of(GroupKind.Kind, Groups[unit].Kind), day) + Hazards.LogRatio(Traits.Of(unit).Together.Key, day);

    /// <summary>Logarithm of how much more often than anywhere the category is found at units whose names end alike, and at those with the same traits.</summary>
    public double KindOf(int unit, int category, int day)
    {
        var rate = Rates.Rate(category);
        return ByCategory.LogRatio(Groups[unit].Kind, category, day, rate) + ByCategory.LogRatio(Traits.Of(unit).Together.Number, category, day, rate);
    }

    private static long[] KeysOf(int unit, UnitGroups groups, UnitPast past) =>
    [
        GroupKey.Of(GroupKind.Unit, unit), GroupKey.Of(GroupKind.Area, groups.Area), GroupKey.Of(GroupKind.Street, groups.Street), GroupKey.Of(GroupKind.Block, groups.Block), GroupKey.Of(GroupKind.Kind, groups.Kind),
        GroupKey.Of(GroupKind.Brand, groups.Brand), GroupKey.Of(GroupKind.Community, past.Community), GroupKey.Of(GroupKind.Sector, past.Sector), GroupKey.Of(GroupKind.Ending, past.Ending),
    ];

    /// <summary>Number of a group whose members are numbered elsewhere; -1 stays -1.</summary>
    public int GroupOf(string kind, int number) => number < 0 ? -1 : Number(kind, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Number of a group by its name; -1 without one.</summary>
    public int Number(string kind, string? name)
    {
        if (name is null) return -1;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_groupNumbers, kind + ' ' + name, out var exists);
        if (!exists) number = _groupNumbers.Count - 1;
        return number;
    }
}

/// <summary>Numbers of the groups a unit's words put it in; -1: none.</summary>
internal readonly record struct UnitGroups(int Area, int Street, int Block, int Kind, int Brand);

internal enum GroupKind
{
    Unit,
    Area,
    Street,
    Block,
    Kind,
    Brand,
    Community,
    Sector,
    Ending,
    Trait,
    Traits,
    Category,
    Season,
    Everywhere,
}

internal static class GroupKey
{
    public static long Of(GroupKind kind, int number) => number < 0 ? -1 : ((long)kind << 40) | (uint)number;
}
