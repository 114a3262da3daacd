using System.Text;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>What never changes the published numbers, and what never reaches them.</summary>
[Collection(nameof(SampleRiver))]
public sealed partial class LawTests(SampleRiver river)
{
    [Fact]
    public void The_first_run_says_results_on_output_and_the_rest_on_error()
    {
        Assert.Equal(1, river.FirstRun.ExitCode);
        Assert.Contains(river.FirstSnapshot, river.FirstRun.Output);
        Assert.DoesNotContain(".xlsx", river.FirstRun.Output);
        Assert.All(river.Truth.Files, file => Assert.Contains(Path.GetFileName(file.Path), river.FirstRun.Error));
    }

    [Fact]
    public void A_second_run_changes_nothing()
    {
        var (name, snapshots) = (river.Shell.Current, Directory.GetDirectories(river.Shell.Published).Length);

        var again = river.Shell.Say("run", river.Ledgers);

        Assert.Equal(name, river.Shell.Current);
        Assert.Equal(snapshots, Directory.GetDirectories(river.Shell.Published).Length);
        Assert.Contains($" {river.Truth.Files.Count} ", again.Output.Split('\n')[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_order_of_landing_publishes_the_same_tables(int seed)
    {
        using var other = new Shell();
        var files = Directory.GetFiles(river.Ledgers, "*.*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) != ".json").ToArray();
        Array.Sort(files, StringComparer.Ordinal);
        new Random(seed).Shuffle(files);
        var half = files.Length / 2;

        foreach (var portion in new[] { files[half..], files[(half / 2)..], files }) other.Say(["land", .. portion]);
        other.Say("build");
        other.Say("publish");

        Assert.Equal(river.Shell.Tables, other.Tables);
    }

    [Fact]
    public void The_same_bytes_in_two_folders_publish_alike_whichever_comes_first()
    {
        using var first = new Shell();
        using var second = new Shell();
        foreach (var shell in new[] { first, second })
        {
            shell.Ledger("a/应急办2022年6月.csv", ("甲店", "灭火器过期", "已整改"));
            File.SetLastWriteTimeUtc(shell.Ledger("b/应急办2022年6月.csv", ("甲店", "灭火器过期", "已整改")), new DateTime(2022, 7, 20, 0, 0, 0, DateTimeKind.Utc));
        }

        foreach (var folder in new[] { "a", "b" }) first.Say("run", Path.Combine(first.Folder, folder));
        foreach (var folder in new[] { "b", "a" }) second.Say("run", Path.Combine(second.Folder, folder));

        Assert.Equal(first.Tables, second.Tables);
    }

    [Fact]
    public void No_phone_and_no_person_is_published()
    {
        var texts = Directory.GetFiles(Path.Combine(river.Shell.Published, river.Shell.Current), "*", SearchOption.AllDirectories).Select(path => Encoding.UTF8.GetString(File.ReadAllBytes(path)))
            .Concat(river.Shell.Ask("select table_name from duckdb_tables()").Select(row => river.Shell.Say("query", $"from {row.GetProperty("table_name").GetString()}", "--format", "csv").Output));

        Assert.All(texts, text => Assert.DoesNotMatch(PhoneOrPerson(), text));
        Assert.Matches(PhoneOrPerson(), Encoding.UTF8.GetString(File.ReadAllBytes(Directory.GetFiles(river.Ledgers, "*.csv", SearchOption.AllDirectories).First(path => PhoneOrPerson().IsMatch(File.ReadAllText(path))))));
    }

    [GeneratedRegex("1380000[0-9]{4}|[王李张刘陈杨黄赵吴周]某某", RegexOptions.NonBacktracking)]
    private static partial Regex PhoneOrPerson();
}
