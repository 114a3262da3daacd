namespace SafetyAnalytics.House.Tests;

/// <summary>What may know what: the river flows one way.</summary>
public sealed class Arrows
{
    public static TheoryData<string, string[]> Allowed => new()
    {
        { "Ledgers", [] },
        { "Linking", [] },
        { "Warehouse", [] },
        { "Learning", ["Warehouse"] },
        { "Charts", ["Warehouse"] },
        { "Pipeline", ["Charts", "Learning", "Ledgers", "Linking", "Warehouse"] },
        { "Web", ["Charts", "Pipeline", "Warehouse"] },
        { "Notebooks", [] },
        { "Bench", ["Charts", "Learning", "Ledgers", "Linking", "Pipeline", "Warehouse", "Web"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_refers_only_to_what_it_may_know(string project, string[] allowed)
    {
        Assert.Contains(project, House.Arrows.Keys);
        House.HasNo(House.Arrows[project].Except(allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_has_its_arrows_written_down()
    {
        var written = Allowed.Select(row => row.Data.Item1).ToHashSet(StringComparer.Ordinal);
        House.HasNo(House.Arrows.Keys.Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal) && !written.Contains(name)));
    }

    [Fact]
    public void Nothing_outside_the_tests_refers_to_tests()
    {
        House.HasNo(House.Arrows.Where(project => !project.Key.EndsWith(".Tests", StringComparison.Ordinal) && project.Value.Any(name => name.EndsWith(".Tests", StringComparison.Ordinal))).Select(project => project.Key));
    }

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = House.Text("SafetyAnalytics.sln").Replace('\\', '/');
        House.HasNo(House.Named(".csproj").Where(path => !solution.Contains(path, StringComparison.Ordinal)));
    }

    /// <summary>One room for each machine: what draws on a page, what reads a spreadsheet, what opens the database.</summary>
    [Theory]
    [InlineData("Radzen.Blazor", "dashboard/Web/Web.csproj")]
    [InlineData("DuckDB.NET.Data.Full", "warehouse/Warehouse.csproj")]
    [InlineData("ScottPlot", "dashboard/Charts/Charts.csproj")]
    public void A_package_lives_in_one_room(string package, string home)
    {
        var homes = House.Named(".csproj").Where(path => !path.StartsWith("tests/", StringComparison.Ordinal) && House.Packages(path).Contains(package, StringComparer.Ordinal));
        Assert.Equal([home], homes);
    }

    [Fact]
    public void Versions_are_said_once()
    {
        House.HasNo(House.Named(".csproj").Where(path => House.Text(path).Contains("Version=", StringComparison.Ordinal)));
    }
}
