using System.Runtime.InteropServices;

namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>
/// The part of a <see cref="HistoryWalk"/> that follows what ledgers say of places: which traits a unit has by the day come to, and what visits found at places
/// that have them. A visit before the unit's first trait waits for it and counts from that day on; nothing can be asked about before.
/// </summary>
internal sealed class TraitWalk(HistoryWalk walk, IReadOnlyList<UnitTrait> told)
{
    private readonly TraitBook _book = new();
    private readonly Dictionary<int, UnitTraits> _known = [];
    private readonly SortedDictionary<int, List<TraitVisit>> _waiting = [];
    private int _next;

    /// <summary>Goes on to the end of <paramref name="day"/>.</summary>
    public void AdvanceTo(int day)
    {
        while (_next < told.Count && told[_next].Day <= day)
        {
            var toldOn = told[_next].Day;
            while (_next < told.Count && told[_next].Day == toldOn) TellUnit();
            _known.Clear();
            Release(toldOn);
        }
    }

    /// <summary>The unit's traits by all that is known so far.</summary>
    public UnitTraits Of(int unit)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, unit, out _);
        return known ??= GroupsOf(_book.Of(unit));
    }

    public void Learn(int unit, int day, TraitVisit visit)
    {
        var traits = Of(unit);
        if (traits.Each.Count > 0)
        {
            foreach (var trait in traits.Each) LearnOf(trait, day, visit);
            LearnOf(traits.Together, day, visit);
            return;
        }

        if (!_waiting.TryGetValue(unit, out var visits)) _waiting[unit] = visits = [];
        visits.Add(visit);
    }

    private void TellUnit()
    {
        var first = told[_next];
        var traits = new List<int>();
        for (; _next < told.Count && told[_next].Unit == first.Unit && told[_next].Day == first.Day; _next++) traits.Add(told[_next].Trait);
        _book.Tell(first.Unit, first.Day, [.. traits.Order()]);
    }

    private void Release(int day)
    {
        foreach (var unit in _waiting.Keys.Where(unit => Of(unit).Each.Count > 0).ToList())
        {
            foreach (var visit in _waiting[unit]) Learn(unit, day, visit);
            _waiting.Remove(unit);
        }
    }

    private void LearnOf(TraitGroup trait, int day, TraitVisit visit)
    {
        walk.ByCategory.Visit(trait.Number, day, visit.Found);
        walk.ByCategoryLately.Visit(trait.Number, day, visit.Found);
        walk.Major.Add(trait.Key, day, visit.Majors, visit.MajorRate);
        walk.MajorLately.Add(trait.Key, day, visit.Majors, visit.MajorRate);
        walk.Hazards.Add(trait.Key, day, visit.Hazards, visit.HazardRate);
        if (visit.Expected > 0) walk.Again.Add(trait.Key, day, visit.Hits, visit.Expected);
    }

    private UnitTraits GroupsOf(IReadOnlyList<int> traits)
    {
        if (traits.Count == 0) return UnitTraits.None;
        var together = walk.Number("traits", string.Join(' ', traits));
        return new UnitTraits(
            [.. traits.Select(trait => new TraitGroup(walk.GroupOf("trait", trait), GroupKey.Of(GroupKind.Trait, trait)))],
            new TraitGroup(together, GroupKey.Of(GroupKind.Traits, together)));
    }
}

/// <summary>What a visit found, and what one expected of it when it was made.</summary>
/// <param name="Found">Categories found.</param>
/// <param name="Majors">1 when there was a major hazard.</param>
/// <param name="Hits">Categories found of those the unit had before; <paramref name="Expected"/> by the share rate.</param>
internal sealed record TraitVisit(IReadOnlyList<int> Found, int Hazards, double HazardRate, int Majors, double MajorRate, double Hits, double Expected);

/// <summary>One trait, or several together, as the number and key its tallies know it by.</summary>
internal readonly record struct TraitGroup(int Number, long Key)
{
    public static TraitGroup None => new(-1, -1);
}

/// <param name="Together">All of them as one kind of place; <see cref="TraitGroup.None"/> when there are none.</param>
internal sealed record UnitTraits(IReadOnlyList<TraitGroup> Each, TraitGroup Together)
{
    public static UnitTraits None { get; } = new([], TraitGroup.None);
}
