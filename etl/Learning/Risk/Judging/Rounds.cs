using SafetyAnalytics.Learning.Risk.Examples;
using SafetyAnalytics.Learning.Risk.Models;

namespace SafetyAnalytics.Learning.Risk.Judging;

/// <summary>The days a back-test stands on: where examples are made, and from which of them it looks ahead.</summary>
/// <param name="CutOffs">Day numbers, ascending; the origins are among them.</param>
/// <param name="Origins">Each judged on what followed within <paramref name="HorizonDays"/>.</param>
public sealed record RoundPlan(IReadOnlyList<int> CutOffs, IReadOnlyList<int> Origins, int HorizonDays)
{
    private const int MostCutOffs = 12;

    /// <summary>
    /// Cut-offs half a horizon apart, going back from <paramref name="asOf"/>; the last three are the origins, judged on what is known of their horizon by
    /// then. A history shorter than four horizons is judged over shorter ones.
    /// </summary>
    public static RoundPlan Of(int firstDay, int asOf, int horizonDays)
    {
        var span = Math.Max(1, asOf - firstDay);
        var horizon = Math.Clamp(span / 4, 10, horizonDays);
        var step = Math.Max(5, horizon / 2);
        var cutOffs = new List<int>();
        for (var day = asOf - step; day > firstDay + Math.Min(60, span / 6) && cutOffs.Count < MostCutOffs; day -= step) cutOffs.Insert(0, day);
        var origins = cutOffs.TakeLast(3).ToList();
        return new RoundPlan(cutOffs, origins, horizon);
    }
}

/// <summary>One origin: what each candidate said of the examples that followed, learned only from those that were over by then.</summary>
/// <param name="Rows">Judged rows of the example set.</param>
/// <param name="Logits">By candidate, in the order of the rows.</param>
public sealed record Round(int Origin, IReadOnlyList<int> Rows, IReadOnlyDictionary<string, double[]> Logits);

/// <summary>Plays the rounds of one question.</summary>
internal static class Rounds
{
    /// <summary>With fewer examples, or fewer of either answer, no model is tried: about eight of either for each story a feature tells. Above it the back-test decides.</summary>
    public const int FewestExamples = 400;

    public const int FewestOfEither = 40;

    /// <summary>More examples than this are thinned, unit by unit: they cost time and no longer change the answer.</summary>
    public const int MostExamples = 120_000;

    public static IReadOnlyList<Round> Play(RiskQuestion question, RiskExamples examples, RoundPlan plan, CancellationToken cancellationToken)
    {
        var set = question.Examples(examples);
        var rounds = new List<Round>();
        foreach (var origin in plan.Origins)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var judged = RowsOf(set, about => about.CutOff == origin && question.IsJudged(about));
            if (judged.Count == 0) continue;
            var known = Learnable(set, about => about.CutOff < origin && about.OutcomeDay <= origin);
            var logits = new Dictionary<string, double[]>(StringComparer.Ordinal);
            foreach (var (name, scorer) in Candidates(question, set, known))
                logits[name] = [.. judged.Select(row => scorer.Logit(set.Features(row)))];
            rounds.Add(new Round(origin, judged, logits));
        }

        return rounds;
    }

    public static List<int> Learnable(ExampleSet set, Func<ExampleAbout, bool> isKnown)
    {
        var rows = RowsOf(set, isKnown);
        if (rows.Count <= MostExamples) return rows;
        var keep = MostExamples / (double)rows.Count;
        return rows.Where(row => Draws.Fraction((ulong)set[row].Unit) < keep).ToList();
    }

    /// <summary>Whether there is enough to learn from.</summary>
    public static bool IsEnough(RiskQuestion question, ExampleSet set, IReadOnlyList<int> rows)
    {
        var hits = rows.Count(row => question.Label(set[row]));
        return rows.Count >= FewestExamples && hits >= FewestOfEither && rows.Count - hits >= FewestOfEither;
    }

    /// <summary>
    /// From the most cautious to the least: rates, then the blend, of which half is a rate, then each learner alone. On later months of Chicago the blend was never worse than a learner alone
    /// by more than .001 of AUC or log-loss, and where history was short better by .02.
    /// </summary>
    public static IEnumerable<(string Name, RiskScorer Scorer)> Candidates(RiskQuestion question, ExampleSet set, IReadOnlyList<int> rows)
    {
        foreach (var (name, feature) in question.Naive) yield return (name, new RateScorer(feature, Mean(set, rows, feature)));
        if (!IsEnough(question, set, rows)) yield break;
        var (logistic, trees) = (Learners.Logistic(set, rows, question.Label), Learners.Trees(set, rows, question.Label));
        yield return ("blend", new BlendScorer([question.Steady, question.Steady, logistic, trees]));
        if (!question.LearnersAlone) yield break;
        yield return ("logistic", logistic);
        yield return ("trees", trees);
    }

    private static List<int> RowsOf(ExampleSet set, Func<ExampleAbout, bool> isWanted) => [.. Enumerable.Range(0, set.Count).Where(row => isWanted(set[row]))];

    private static double Mean(ExampleSet set, IReadOnlyList<int> rows, int feature) => rows.Count == 0 ? 0 : rows.Average(row => (double)set.Features(row)[feature]);
}

/// <summary>Chance that can be repeated: a mixing function of whole numbers (SplitMix64), with no state to share.</summary>
public static class Draws
{
    /// <summary>From 0 up to, and not including, 1.</summary>
    public static double Fraction(ulong number)
    {
        var mixed = number + 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return ((mixed ^ (mixed >> 31)) >> 11) / (double)(1UL << 53);
    }

    /// <summary>How often each of <paramref name="count"/> things is drawn in <paramref name="count"/> draws with putting back.</summary>
    public static int[] Bootstrap(int count, int draw)
    {
        var times = new int[count];
        for (var i = 0; i < count; i++) times[(int)(Fraction(((ulong)draw << 32) | (uint)i) * count)]++;
        return times;
    }
}
