using CsCheck;
using SafetyAnalytics.Learning.Categories.Model;

namespace SafetyAnalytics.Learning.Tests;

public class TextModelTests
{
    private static readonly string[] s_places = ["一楼", "二楼", "东侧", "厨房", "仓库", "值班室", "后院", "大厅"];

    /// <summary>Three kinds, 8 : 3 : 1, that share words; every twelfth label is wrong.</summary>
    private static readonly IReadOnlyList<LabelledText> s_texts = [.. Enumerable.Range(0, 600).Select(Text)];

    private static readonly Lazy<TextModel> s_model = new(() => TextModel.Learn(s_texts, lexicon: null, cancellationToken: TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("西侧灭火器过期", "甲")]
    [InlineData("西侧灭火器箱未上锁", "乙")]
    [InlineData("西侧配电箱漏电", "丙")]
    public void Categories_of_any_name_are_learned_rare_ones_too(string text, string category)
    {
        var guess = s_model.Value.Guess(text);
        Assert.Equal(category, guess.Category);
        Assert.All(guess.Reasons, reason => Assert.Contains(reason, text, StringComparison.Ordinal));
        Assert.NotEmpty(guess.Reasons);
    }

    [Fact]
    public void What_to_expect_is_measured_on_texts_not_learned_from()
    {
        Assert.NotNull(s_model.Value.Expected);
        Assert.InRange(s_model.Value.Expected.Accuracy, 0.85, 0.95);
    }

    [Fact]
    public void The_same_labels_give_the_same_model()
    {
        var again = TextModel.Learn([.. s_texts.Take(200)], lexicon: null, cancellationToken: TestContext.Current.CancellationToken);
        var first = TextModel.Learn([.. s_texts.Take(200)], lexicon: null, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(s_texts, text => Assert.Equal(first.Guess(text.Text).Probability, again.Guess(text.Text).Probability));
    }

    [Fact]
    public void Any_text_is_answered_within_its_categories_or_not_at_all() => Gen.String.Sample(
        text =>
        {
            var guess = s_model.Value.Guess(text);
            Assert.True(guess.Category is null ? guess.Probability == 0 : s_model.Value.Categories.Contains(guess.Category) && guess.Probability is > 0 and <= 1 && double.IsFinite(guess.Probability));
        },
        iter: 2000);

    public static TheoryData<string, string[]> Few { get; } = new()
    {
        { "one label", ["灭火器过期 甲"] },
        { "one category", ["灭火器过期 甲", "配电箱漏电 甲", "灭火器过期 甲"] },
        { "a category with one example", ["灭火器过期 甲", "灭火器失效 甲", "灭火器缺失 甲", "配电箱漏电 乙"] },
        { "one text, two categories", ["灭火器过期 甲", "灭火器过期 乙"] },
        { "a blank text", ["灭火器过期 甲", " 乙"] },
    };

    [Theory]
    [MemberData(nameof(Few))]
    public void Few_labels_are_enough_to_answer(string what, string[] labels)
    {
        var model = TextModel.Learn([.. labels.Select(label => label.Split(' ')).Select(label => new LabelledText(label[0], label[1]))], lexicon: null, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(model.Guess("灭火器过期").Category is "甲" or "乙", what);
        Assert.Null(model.Guess("").Category);
    }

    [Fact]
    public void A_cell_of_any_length_is_read() => Assert.NotNull(s_model.Value.Guess(string.Concat(Enumerable.Repeat("灭火器过期，", 30_000))).Category);

    [Fact]
    public void Nothing_to_learn_from_is_an_error() => Assert.Throws<ArgumentException>(() => TextModel.Learn([new("", "甲"), new("灭火器", "")], lexicon: null));

    private static LabelledText Text(int n)
    {
        var place = s_places[n * 7 % s_places.Length];
        var kind = n % 12 is < 8 ? 0 : n % 12 is < 11 ? 1 : 2;
        var text = kind switch
        {
            0 => $"{place}灭火器{(n % 5 == 0 ? "压力不足" : "过期")}{(n % 7 == 0 ? "，要求更换" : "")}",
            1 => $"{place}灭火器箱{(n % 4 == 0 ? "锁闭" : "未上锁")}{n}号",
            _ => $"{place}配电箱{(n % 3 == 0 ? "漏电" : "漏电保护失效")}",
        };
        return new LabelledText(text, n % 13 == 0 ? "丙" : kind switch { 0 => "甲", 1 => "乙", _ => "丙" });
    }
}
