using SafetyAnalytics.Learning.Categories;

namespace SafetyAnalytics.Learning.Tests;

public class CategoryLexiconTests
{
    /// <summary>Words are for the frequent and clear; a few texts that say two things are left to the model.</summary>
    [Fact]
    public void The_words_of_a_ledger_say_the_category()
    {
        var answers = CategorySeeds.Taught.Where(text => text.Category != "待匹配").Select(text => (text, Answer: CategorySeeds.Lexicon.Classify(text.Text))).ToList();
        var wrong = answers.Where(answer => answer.Answer.Category is { } category && category != answer.text.Category).Select(answer => $"{answer.text}: {answer.Answer.Category}").ToList();
        Assert.True(wrong.Count <= 0.03 * answers.Count, string.Join('\n', wrong));
        Assert.True(answers.Count(answer => answer.Answer.Category is null) <= 0.03 * answers.Count);
    }

    public static TheoryData<string> Unknown { get; } = new(CategorySeeds.Taught.Where(text => text.Category == "待匹配").Select(text => text.Text));

    [Theory]
    [MemberData(nameof(Unknown))]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u200b")]
    [InlineData("\ud800")]
    public void What_says_nothing_stays_unknown(string? text) => Assert.Null(CategorySeeds.Lexicon.Classify(text).Category);

    [Theory]
    [InlineData("灭火器过期")]
    [InlineData("灭 火 器　过期")]
    [InlineData("灭火\u200b器过期")]
    [InlineData("１、灭火器過期")]
    public void Spaces_widths_and_invisible_characters_do_not_matter(string text) => Assert.Equal("灭火器材", CategorySeeds.Lexicon.Classify(text).Category);

    private static readonly HazardCategory[] Two = [new("甲", "A", "消防", "物", "test"), new("乙", "B", "燃气", "物", "test")];

    [Fact]
    public void An_answer_names_its_words_and_the_runner_up()
    {
        var answer = new CategoryLexicon(Two, [new("甲", "阀门|红阀", 4), new("甲", "/阀.*坏/", 1), new("乙", "管", 3)]).Classify("管与阀门已坏");
        Assert.Equal(("甲", 5.0, "阀门 阀门已坏", "乙", 3.0), (answer.Category, answer.Score, string.Join(' ', answer.Reasons), answer.RunnerUp, answer.RunnerUpScore));
    }

    [Fact]
    public void A_tie_stays_unknown_until_the_sector_tips_it()
    {
        CategoryLexicon lexicon = new(Two, [new("甲", "阀", 4), new("乙", "管", 4)]);
        Assert.Null(lexicon.Classify("阀与管").Category);
        Assert.Equal("乙", lexicon.Classify("阀与管", "燃气").Category);
        Assert.Null(lexicon.Classify("桶", "燃气").Category);
    }

    [Fact]
    public void Weak_evidence_stays_unknown() => Assert.Null(new CategoryLexicon(Two, [new("甲", "阀", 2)]).Classify("阀").Category);

    [Fact]
    public void A_word_inside_a_longer_one_does_not_count() =>
        Assert.Equal("乙", new CategoryLexicon(Two, [new("甲", "通道", 9), new("乙", "消防通道标线", 4)]).Classify("消防通道标线不清").Category);

    [Fact]
    public void A_word_twice_counts_once() => Assert.Equal(4, new CategoryLexicon(Two, [new("甲", "阀|阀", 4)]).Classify("阀和阀").Score);

    public static TheoryData<string, string, double, string> Faults { get; } = new()
    {
        { "丙", "阀", 1, "hazard_categories.csv" },
        { "甲", "阀", 0, "weight" },
        { "甲", "阀", double.NaN, "weight" },
        { "甲", " | ", 1, "no words" },
        { "甲", "/(/", 1, "pattern" },
        { "甲", "/(?=阀)/", 1, "pattern" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_bad_row_is_named(string category, string words, double weight, string problem)
    {
        var fault = Assert.Throws<ArgumentException>(() => new CategoryLexicon(Two, [new(category, words, weight)]));
        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
        Assert.Contains($"'{words}'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_category_twice_is_named() => Assert.Contains("'甲' twice", Assert.Throws<ArgumentException>(() => new CategoryLexicon([Two[0], Two[0]], [])).Message, StringComparison.Ordinal);
}
