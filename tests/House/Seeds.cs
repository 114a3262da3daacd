namespace SafetyAnalytics.House.Tests;

/// <summary>Reference data says where it comes from.</summary>
public sealed class Seeds
{
    [Fact]
    public void Every_seed_is_described_beside_it()
    {
        var page = House.Text("warehouse/seeds/README.md");
        var seeds = House.Named(".csv").Where(path => path.StartsWith("warehouse/seeds/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(seeds);
        House.HasNo(seeds.Where(path => !page.Contains($"`{Path.GetFileName(path)}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_seed_names_a_person_or_a_phone()
    {
        var seeds = House.Named(".csv").Where(path => path.StartsWith("warehouse/seeds/", StringComparison.Ordinal));
        House.HasNo(seeds.Where(path => House.Text(path).Split('\n')[0].Split(',').Any(column => column.Trim() is "responsible_person" or "leader" or "phone")));
        House.HasNo(seeds.Where(path => System.Text.RegularExpressions.Regex.IsMatch(House.Text(path), @"(?<!\d)1[3-9]\d{9}(?!\d)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5))));
    }
}
