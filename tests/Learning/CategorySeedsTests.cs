namespace SafetyAnalytics.Learning.Tests;

public class CategorySeedsTests
{
    [Fact]
    public void Each_category_has_words_texts_a_known_sector_and_a_group() => Assert.All(CategorySeeds.Categories, category =>
    {
        Assert.Contains(CategorySeeds.Words, row => row.Category == category.Category);
        Assert.Contains(CategorySeeds.Taught, text => text.Category == category.Category);
        Assert.Contains(category.Gbt13861Group, (string[])["人", "物", "环境", "管理"]);
        Assert.True(category.Sector is null ? category.Gbt13861Group == "管理" : CategorySeeds.Sectors.Contains(category.Sector), category.Category);
        Assert.NotEmpty(category.LabelEn);
        Assert.NotEmpty(category.Source);
    });

    [Fact]
    public void Each_sector_has_a_category() => Assert.Empty(CategorySeeds.Sectors.Except(CategorySeeds.Categories.Select(category => category.Sector)));

    [Fact]
    public void Each_taught_text_has_a_known_category() =>
        Assert.Empty(CategorySeeds.Taught.Select(text => text.Category).Except(CategorySeeds.Categories.Select(category => category.Category).Append("待匹配")));

    [Fact]
    public void No_unseen_text_is_taught() => Assert.Empty(CategorySeeds.Unseen.Select(text => text.Text).Intersect(CategorySeeds.Taught.Select(text => text.Text)));
}
