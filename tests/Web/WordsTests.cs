using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Tests;

public sealed partial class WordsTests
{
    private static readonly ResourceManager s_words = new("SafetyAnalytics.Web.Words", typeof(PageCulture).Assembly);

    [Fact]
    public void Every_phrase_is_there_in_both_languages_with_the_same_gaps()
    {
        var chinese = All(CultureInfo.InvariantCulture);
        var english = All(CultureInfo.GetCultureInfo("en-US"));
        Assert.NotEmpty(chinese);
        Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(chinese.Where(pair => Gaps(pair.Value) != Gaps(english[pair.Key])).Select(pair => pair.Key));
    }

    private static Dictionary<string, string> All(CultureInfo culture) =>
        s_words.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static string Gaps(string phrase) => string.Join(',', Gap().Matches(phrase).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Gap();
}
