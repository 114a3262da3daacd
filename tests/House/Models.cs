using System.Text.RegularExpressions;

namespace SafetyAnalytics.House.Tests;

/// <summary>Each model opens with its grain and its key, and keeps to its layer.</summary>
public sealed partial class Models
{
    private static IEnumerable<string> AllModels => House.Named(".sql").Where(path => path.StartsWith("warehouse/models/", StringComparison.Ordinal));

    [Fact]
    public void A_model_opens_with_its_grain_and_its_key()
    {
        Assert.NotEmpty(AllModels);
        House.HasNo(AllModels.Where(path => !Grain().IsMatch(House.Text(path))));
    }

    [Theory]
    [InlineData("raw", "raw_")]
    [InlineData("staging", "stg_")]
    [InlineData("intermediate", "int_")]
    [InlineData("marts", "bridge_|dim_|fct_|mart_")]
    public void A_model_is_named_by_its_layer(string folder, string prefixes)
    {
        var models = AllModels.Where(path => path.StartsWith($"warehouse/models/{folder}/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(models);
        House.HasNo(models.Where(path => !prefixes.Split('|').Any(prefix => Path.GetFileName(path).StartsWith(prefix, StringComparison.Ordinal))));
    }

    [Fact]
    public void Staging_renames_and_types_and_never_joins()
    {
        House.HasNo(AllModels.Where(path => path.Contains("/staging/", StringComparison.Ordinal) && Join().IsMatch(WithoutComments(path))));
    }

    [Fact]
    public void Models_are_written_in_lower_case()
    {
        House.HasNo(House.Named(".sql").Where(path => UpperKeyword().IsMatch(WithoutComments(path))));
    }

    [Fact]
    public void No_model_asks_the_clock()
    {
        House.HasNo(House.Named(".sql").Where(path => Clock().IsMatch(WithoutComments(path))));
    }

    private static string WithoutComments(string path) => Comment().Replace(House.Text(path), "");

    [GeneratedRegex(@"\A-- one row.*\n-- key: \S")]
    private static partial Regex Grain();

    [GeneratedRegex(@"\bjoin\b")]
    private static partial Regex Join();

    [GeneratedRegex(@"\b(SELECT|FROM|WHERE|JOIN|GROUP BY|ORDER BY)\b")]
    private static partial Regex UpperKeyword();

    [GeneratedRegex(@"\b(current_date|current_timestamp|now\s*\(|today\s*\(|random\s*\()")]
    private static partial Regex Clock();

    [GeneratedRegex(@"--.*")]
    private static partial Regex Comment();
}
