using System.Text.RegularExpressions;

namespace SafetyAnalytics.House.Tests;

/// <summary>Each of the 85 ways a ledger comes dirty has a test of its number, wherever it can be seen: D49_….</summary>
public sealed partial class DirtyCases
{
    private const int Cases = 85;

    [Fact]
    public void Every_case_has_a_test_named_by_its_number()
    {
        var named = House.Named(".cs").Where(path => path.StartsWith("tests/", StringComparison.Ordinal) && !path.StartsWith("tests/House/", StringComparison.Ordinal))
            .SelectMany(path => Test().Matches(House.Text(path)))
            .SelectMany(test => Number().Matches(test.Groups["numbers"].Value))
            .Select(number => number.Value)
            .ToHashSet(StringComparer.Ordinal);
        House.HasNo(Enumerable.Range(1, Cases).Select(number => $"D{number:D2}").Where(number => !named.Contains(number)));
    }

    [GeneratedRegex(@"public (?:async )?(?:void|Task) (?<numbers>(?:D\d\d_)+)\w*\(")]
    private static partial Regex Test();

    [GeneratedRegex(@"D\d\d")]
    private static partial Regex Number();
}
