using SafetyAnalytics.Learning.Categories;
using SafetyAnalytics.Learning.Categories.Model;

namespace SafetyAnalytics.Learning.Tests;

public class TextClassifierTests
{
    private static readonly TextClassifier s_classifier = new(CategorySeeds.Lexicon, CategorySeeds.Model, []);

    [Fact]
    public void Nine_of_ten_unseen_texts_get_their_category_and_hardly_one_is_wrong_and_certain()
    {
        var answers = CategorySeeds.Unseen.Select(text => (text.Category, Answer: s_classifier.Classify(text.Text))).ToList();
        var right = answers.Count(answer => answer.Answer.Category == answer.Category) / (double)answers.Count;
        var wrong = answers.Count(answer => answer.Answer.IsCertain && answer.Answer.Category != answer.Category) / (double)answers.Count;
        Assert.True(right >= 0.9 && wrong <= 0.02, $"right {right:F3}, wrong and certain {wrong:F3}");
    }

    [Theory]
    [InlineData("灭火器过期2具", "灭火器材")]
    [InlineData("现场检查：2楼消防通道堆放杂物，已要求清理", "疏散通道与安全出口")]
    [InlineData("燃气软管老化", "燃气管道与用具")]
    public void Clear_words_decide_by_rule_and_are_named(string text, string category)
    {
        var answer = s_classifier.Classify(text);
        Assert.Equal((category, true, ClassifiedBy.Rule), (answer.Category, answer.IsCertain, answer.By));
        Assert.All(answer.Reasons, reason => Assert.Contains(reason, text, StringComparison.Ordinal));
        Assert.NotEmpty(answer.Reasons);
    }

    [Fact]
    public void What_rules_leave_open_the_model_answers_without_being_certain()
    {
        var open = CategorySeeds.Unseen.Select(text => s_classifier.Classify(text.Text)).Where(answer => answer.By is ClassifiedBy.Model && answer.Category is not null).ToList();
        Assert.NotEmpty(open);
        Assert.DoesNotContain(open, answer => answer.IsCertain);
        Assert.All(open, answer => Assert.InRange(answer.Probability, 0.3, 1));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("详见照片")]
    [InlineData("Floors not clean and in need of repair")]
    [InlineData("������")]
    public void What_says_nothing_is_unknown(string? text) => Assert.Equal((null, 0.0, false), (s_classifier.Classify(text).Category, s_classifier.Classify(text).Probability, s_classifier.Classify(text).IsCertain));

    [Fact]
    public void A_decided_text_is_never_labelled_otherwise_in_any_spelling()
    {
        TextClassifier classifier = new(CategorySeeds.Lexicon, CategorySeeds.Model, [new("灭火器过期2具", "劳动防护用品")]);
        var answer = classifier.Classify("灭火器 过期２具");
        Assert.Equal(("劳动防护用品", 1.0, true, ClassifiedBy.Decision), (answer.Category, answer.Probability, answer.IsCertain, answer.By));
        Assert.Equal("灭火器材", classifier.Classify("灭火器过期3具").Category);
    }

    [Fact]
    public void Where_persons_contradict_each_other_nobody_has_decided()
    {
        TextClassifier classifier = new(CategorySeeds.Lexicon, CategorySeeds.Model, [new("灭火器过期2具", "劳动防护用品"), new("灭火器过期2具", "防雷")]);
        Assert.Equal(ClassifiedBy.Rule, classifier.Classify("灭火器过期2具").By);
    }

    [Fact]
    public void Without_a_model_the_rules_answer_alone()
    {
        TextClassifier classifier = new(CategorySeeds.Lexicon, new Lazy<TextModel?>((TextModel?)null), []);
        Assert.Null(classifier.Classify("详见照片").Category);
        Assert.Equal("灭火器材", classifier.Classify("灭火器挂在墙上").Category);
    }
}
