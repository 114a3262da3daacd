using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Warehouse.Tests.Building;

/// <summary>The office's own seeds beside ours.</summary>
public sealed class SeedFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seeds-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_of_the_same_name_replaces_rows_by_their_first_column_and_adds_the_others()
    {
        Write("sectors.csv", "sector,source\n消防,ours\n冰雪,ours\n");
        var rows = Seeds.Load(_folder)["sectors"].Records;
        Assert.Equal("ours", rows.Single(row => row["sector"] == "消防")["source"]);
        Assert.Contains(rows, row => row["sector"] == "冰雪");
        Assert.Equal(Seeds.Embedded()["sectors"].Rows.Count + 1, rows.Count);
    }

    [Fact]
    public void A_replacing_file_takes_the_seeds_place_whole()
    {
        Write("sectors.replace.csv", "sector,source\n冰雪,ours\n");
        Assert.Equal(["冰雪"], Seeds.Load(_folder)["sectors"].Rows.Select(row => row[0]));
    }

    [Fact]
    public void A_column_left_out_is_blank()
    {
        Write("sectors.csv", "sector\n冰雪\n");
        Assert.Equal("", Seeds.Load(_folder)["sectors"].Records.Single(row => row["sector"] == "冰雪")["source"]);
    }

    [Fact]
    public void A_file_named_after_no_seed_is_named_and_not_used()
    {
        Write("sektors.csv", "sector\n冰雪\n");
        Assert.Equal(["sektors.csv"], Seeds.Load(_folder).UnusedFiles);
    }

    [Theory]
    [InlineData("sector,colour\n消防,red\n", "colour")]
    [InlineData("source\nours\n", "sector")]
    [InlineData("sector,source\n消防\n", "line 2")]
    [InlineData("", "empty")]
    public void A_file_that_does_not_fit_says_what_and_where(string text, string named)
    {
        Write("sectors.csv", text);
        var fault = Assert.Throws<SeedException>(() => Seeds.Load(_folder));
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
        Assert.Contains("sectors.csv", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error() => Assert.Throws<SeedException>(() => Seeds.Load(Path.Combine(_folder, "none")));

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
