namespace SafetyAnalytics.Linking.Tests;

/// <summary>The whole table linked at once, as a town is: what is rare and what is common shows only among others.</summary>
public sealed class UnitPairTests
{
    private static readonly IReadOnlyList<UnitLink> s_links = new UnitLinker().Link([.. UnitPairs.All.SelectMany(pair => new[] { pair.A, pair.B })]);

    public static TheoryData<string, int> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, int>();
            foreach (var kind in UnitPairs.All.GroupBy(pair => pair.Kind)) kinds.Add(kind.Key, kind.Count());
            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_pair_is_what_a_person_would_say(string kind, int count)
    {
        var pairs = UnitPairs.All.Select((pair, i) => (pair, A: s_links[2 * i], B: s_links[(2 * i) + 1])).Where(row => row.pair.Kind == kind).ToList();
        Assert.Equal(count, pairs.Count);
        var wrong = pairs.Where(row => row.A.UnitKey == row.B.UnitKey != (row.pair.Verdict == "="))
            .Select(row => $"{row.A.Mention.Name} @ {row.A.Mention.Address} {row.pair.Verdict} {row.B.Mention.Name} @ {row.B.Mention.Address} ({row.A.Probability}, {row.B.Probability})");
        Assert.Equal([], wrong);
    }

    [Fact]
    public void The_table_is_as_large_as_promised() => Assert.InRange(UnitPairs.All.Count(), 150, 1000);
}
