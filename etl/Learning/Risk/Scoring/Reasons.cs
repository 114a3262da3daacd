using System.Globalization;
using System.Resources;
using SafetyAnalytics.Learning.Risk.Examples;

namespace SafetyAnalytics.Learning.Risk.Scoring;

/// <summary>The two or three things that moved a score most, in words, with the numbers they rest on.</summary>
internal sealed class Reasons(IReadOnlyList<ReasonKind> kinds)
{
    private const int Most = 3;

    /// <summary>Moves of the logit below this are not worth a sentence: a twentieth of a probability at the most.</summary>
    private const double Least = 0.08;

    private static readonly ResourceManager s_words = new("SafetyAnalytics.Learning.Risk.RiskWords", typeof(Reasons).Assembly);

    private static readonly CultureInfo s_chinese = CultureInfo.GetCultureInfo("zh-CN");

    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en-US");

    /// <param name="contributions">What each feature moved the logit by.</param>
    /// <returns>The same reasons in Chinese and English, the strongest first.</returns>
    public (IReadOnlyList<string> Zh, IReadOnlyList<string> En) Of(ReadOnlySpan<double> contributions, ExampleFacts facts, bool hasHistory)
    {
        Span<double> sums = stackalloc double[Enum.GetValues<ReasonKind>().Length];
        sums.Clear();
        for (var i = 0; i < contributions.Length; i++) sums[(int)kinds[i]] += contributions[i];
        var moved = sums.ToArray();
        var strongest = Enumerable.Range(0, moved.Length)
            .Where(kind => Math.Abs(moved[kind]) >= Least)
            .OrderByDescending(kind => Math.Abs(moved[kind]))
            .ThenBy(kind => kind)
            .Take(Most)
            .Select(kind => Key((ReasonKind)kind, moved[kind] > 0, facts))
            .ToList();
        if (facts.VisitCount == 0) strongest.Insert(0, "never_visited");
        else if (!hasHistory) strongest.Insert(0, "not_found_here");
        if (strongest.Count == 0) strongest.Add("usual");
        return ([.. strongest.Take(Most).Select(key => Say(key, s_chinese, facts))], [.. strongest.Take(Most).Select(key => Say(key, s_english, facts))]);
    }

    private static string Key(ReasonKind kind, bool isUp, ExampleFacts facts)
    {
        var key = $"{Snake(kind)}_{(isUp ? "up" : "down")}";
        return kind == ReasonKind.OwnHistory && facts.TimesFound == 0 ? key + "_none" : key;
    }

    private static string Say(string key, CultureInfo culture, ExampleFacts facts) => string.Format(
        CultureInfo.InvariantCulture,
        s_words.GetString(key, culture) ?? throw new InvalidOperationException($"No reason is called '{key}'."),
        facts.TimesFound, Day(facts.LastFoundDay), facts.VisitCount, Day(facts.LastVisitDay), facts.LastVisitHazards, facts.OpenCount, facts.OverdueCount, facts.ReturnCount, facts.MajorCount);

    private static string Day(int day) => day == 0 ? "—" : DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Snake(ReasonKind kind) => string.Concat(kind.ToString().Select((letter, i) => char.IsUpper(letter) && i > 0 ? "_" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}

/// <summary>Reasons for places that have no scores of their own.</summary>
public static class ReasonWords
{
    private static readonly ResourceManager s_words = new("SafetyAnalytics.Learning.Risk.RiskWords", typeof(ReasonWords).Assembly);

    public static string NeverVisited(bool chinese) => s_words.GetString("never_visited", CultureInfo.GetCultureInfo(chinese ? "zh-CN" : "en-US"))!;
}
