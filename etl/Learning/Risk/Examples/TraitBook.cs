using System.Runtime.InteropServices;

namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>
/// What the remarks say of each unit, up to a day, and which of it can be believed to be a trait of the place: said of twenty units, in two months, and said
/// again of most of them when ledgers next say anything. What changes from visit to visit tells of the visit, or of whoever made it.
/// </summary>
internal sealed class TraitBook
{
    /// <summary>As in <c>fct_unit_trait</c>: what fewer share may point at one of them.</summary>
    public const int FewestUnits = 20;

    public const int FewestDays = 2;

    /// <summary>Of the times a unit was spoken of again, the share in which the trait was, shrunk by five times at that share.</summary>
    private const double LeastAgain = 0.6;

    private readonly Dictionary<int, List<int[]>> _byUnit = [];
    private readonly Dictionary<int, SaidOf> _byTrait = [];

    /// <summary>Takes what was told of a unit on one day; it holds until something else that many share is told.</summary>
    /// <param name="traits">Ascending.</param>
    public void Tell(int unit, int day, int[] traits)
    {
        foreach (var trait in traits)
        {
            ref var said = ref CollectionsMarshal.GetValueRefOrAddDefault(_byTrait, trait, out _);
            (said ??= new SaidOf()).Told(unit, day);
        }

        // Words that few share count nowhere: whether a warehouse lists them depends on what comes later.
        if (traits.Any(trait => _byTrait[trait].IsShared))
        {
            foreach (var trait in Last(unit)) _byTrait[trait].Again(traits.Contains(trait));
        }

        ref var tellings = ref CollectionsMarshal.GetValueRefOrAddDefault(_byUnit, unit, out _);
        (tellings ??= []).Add(traits);
    }

    /// <summary>What was told of the unit last, as far as it is a trait of places by all that is known so far; ascending.</summary>
    public IReadOnlyList<int> Of(int unit) => [.. Last(unit).Where(trait => _byTrait[trait] is { IsShared: true, IsLasting: true })];

    private int[] Last(int unit)
    {
        if (!_byUnit.TryGetValue(unit, out var tellings)) return [];
        return tellings.FindLast(traits => traits.Any(trait => _byTrait[trait].IsShared)) ?? [];
    }

    private sealed class SaidOf
    {
        private readonly HashSet<int> _units = [];
        private int _lastDay;
        private int _days;
        private int _chances;
        private int _again;

        public bool IsShared => _units.Count >= FewestUnits && _days >= FewestDays;

        public bool IsLasting => _again + (5 * LeastAgain) >= LeastAgain * (_chances + 5);

        public void Told(int unit, int day)
        {
            if (_units.Count < FewestUnits) _units.Add(unit);
            if (day == _lastDay) return;
            _lastDay = day;
            _days++;
        }

        public void Again(bool isAgain)
        {
            _chances++;
            if (isAgain) _again++;
        }
    }
}
