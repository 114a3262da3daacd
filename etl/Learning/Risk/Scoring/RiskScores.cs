using SafetyAnalytics.Learning.Risk.Examples;
using SafetyAnalytics.Learning.Risk.Models;

namespace SafetyAnalytics.Learning.Risk.Scoring;

/// <summary>The score of a unit × category.</summary>
/// <param name="Rank">1 is the likeliest of all.</param>
/// <param name="Features">What the model was told, in the order of <see cref="PairFeature"/>.</param>
public sealed record PairScore(int Unit, int Category, double Probability, double BaseRate, int Rank, int VisitCount, bool HasHistory, IReadOnlyList<string> ReasonsZh, IReadOnlyList<string> ReasonsEn, IReadOnlyList<float> Features);

/// <summary>The score of a unit as a whole.</summary>
/// <param name="Rank">By the number of hazards to expect, then by a major one.</param>
/// <param name="Features">What the models were told, in the order of <see cref="UnitFeature"/>.</param>
public sealed record UnitScore(
    int Unit, double ProbabilityAny, double ProbabilityMajor, double ExpectedCount, int Rank, int VisitCount, int OpenCount, int OverdueCount, int ReturnCount, int LastVisitDay,
    IReadOnlyList<string> ReasonsZh, IReadOnlyList<string> ReasonsEn, IReadOnlyList<float> Features);

/// <summary>All scores of one day.</summary>
public sealed record RiskScores(IReadOnlyList<PairScore> Pairs, IReadOnlyList<UnitScore> Units)
{
    /// <param name="asOf">Day number; nothing after it is looked at.</param>
    public static RiskScores Of(RiskHistory history, RiskModelFile models, int asOf, CancellationToken cancellationToken = default)
    {
        var examples = new ExampleMaker(history, models.HorizonDays).At(asOf, cancellationToken);
        return new RiskScores(ScoresOf(examples.Pairs, models.Pair), ScoresOf(examples.Units, models));
    }

    private static List<PairScore> ScoresOf(ExampleSet set, RiskModel model)
    {
        var probabilities = Enumerable.Range(0, set.Count).Select(row => model.Probability(set.Features(row))).ToArray();
        var ranks = Ranks(set.Count, (a, b) => ByScore(probabilities[b].CompareTo(probabilities[a]), set, a, b));
        var reasons = new Reasons(ReasonKinds.Pair);
        var moved = new double[set.Width];
        var scores = new List<PairScore>(set.Count);
        for (var row = 0; row < set.Count; row++)
        {
            var about = set[row];
            Array.Clear(moved);
            model.Scorer.Contribute(set.Features(row), moved);
            var (zh, en) = reasons.Of(moved, about.Facts!, about.HasHistory);
            scores.Add(new PairScore(about.Unit, about.Category, probabilities[row], about.BaseRate, ranks[row], about.VisitCount, about.HasHistory, zh, en, set.Features(row).ToArray()));
        }

        return scores;
    }

    private static List<UnitScore> ScoresOf(ExampleSet set, RiskModelFile models)
    {
        var expected = Enumerable.Range(0, set.Count).Select(row => models.Count.Expected(set.Features(row), set[row].Naive[0])).ToArray();
        var majors = Enumerable.Range(0, set.Count).Select(row => models.Major.Probability(set.Features(row))).ToArray();
        var ranks = Ranks(set.Count, (a, b) => ByScore(expected[b].CompareTo(expected[a]) is var order && order != 0 ? order : majors[b].CompareTo(majors[a]), set, a, b));
        var reasons = new Reasons(ReasonKinds.Unit);
        var moved = new double[set.Width];
        var scores = new List<UnitScore>(set.Count);
        for (var row = 0; row < set.Count; row++)
        {
            var about = set[row];
            var facts = about.Facts!;
            Array.Clear(moved);
            ((RiskScorer?)models.Count.Scorer ?? models.Any.Scorer).Contribute(set.Features(row), moved);
            var (zh, en) = reasons.Of(moved, facts, about.HasHistory);
            scores.Add(new UnitScore(
                about.Unit, models.Any.Probability(set.Features(row)), majors[row], expected[row], ranks[row], about.VisitCount, facts.OpenCount, facts.OverdueCount, facts.ReturnCount, facts.LastVisitDay, zh, en, set.Features(row).ToArray()));
        }

        return scores;
    }

    private static int ByScore(int order, ExampleSet set, int a, int b)
    {
        if (order != 0) return order;
        order = set[b].VisitCount.CompareTo(set[a].VisitCount);
        if (order == 0) order = set[a].Unit.CompareTo(set[b].Unit);
        return order == 0 ? set[a].Category.CompareTo(set[b].Category) : order;
    }

    private static int[] Ranks(int count, Comparison<int> order)
    {
        var rows = Enumerable.Range(0, count).ToArray();
        Array.Sort(rows, order);
        var ranks = new int[count];
        for (var place = 0; place < count; place++) ranks[rows[place]] = place + 1;
        return ranks;
    }
}
