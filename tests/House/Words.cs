using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SafetyAnalytics.House.Tests;

/// <summary>What a person reads stands in resource files, in both languages.</summary>
public sealed partial class Words
{
    private static IEnumerable<string> Neutral => House.Named(".resx").Where(path => !path.EndsWith(".en-US.resx", StringComparison.Ordinal));

    [Fact]
    public void Every_word_is_there_in_both_languages()
    {
        Assert.NotEmpty(Neutral);
        foreach (var path in Neutral)
        {
            var english = path.Replace(".resx", ".en-US.resx", StringComparison.Ordinal);
            Assert.Contains(english, House.Files);
            Assert.Equal(Entries(path).Keys.Order(StringComparer.Ordinal), Entries(english).Keys.Order(StringComparer.Ordinal));
            House.HasNo(Entries(path).Concat(Entries(english)).Where(entry => entry.Value.Trim().Length == 0));
        }
    }

    [Fact]
    public void Both_languages_take_the_same_values()
    {
        var broken = Neutral.SelectMany(path => Entries(path)
            .Where(entry => !Holes(entry.Value).SetEquals(Holes(Entries(path.Replace(".resx", ".en-US.resx", StringComparison.Ordinal))[entry.Key])))
            .Select(entry => $"{path}: {entry.Key}"));
        House.HasNo(broken);
    }

    [Fact]
    public void Pages_and_figures_hold_no_words_of_their_own()
    {
        var rooms = House.Files.Where(path =>
            path.StartsWith("dashboard/", StringComparison.Ordinal) && (path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal)));
        House.HasNo(rooms.Where(path => Chinese().IsMatch(Comment().Replace(House.Text(path), ""))));
    }

    private static Dictionary<string, string> Entries(string path) =>
        XDocument.Parse(House.Text(path)).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"[\u3400-\u9FFF]")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"//.*|@\*[\s\S]*?\*@|/\*[\s\S]*?\*/")]
    private static partial Regex Comment();
}
