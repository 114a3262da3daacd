using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using SafetyAnalytics.Pipeline.Tests.River;

namespace SafetyAnalytics.Pipeline.Tests.Notebooks;

/// <summary>Every notebook runs on a real snapshot and shows what it promises; each SQL cell of the .ipynb answers.</summary>
[Collection(nameof(SampleRiver))]
public sealed partial class NotebookTests(SampleRiver river)
{
    private const int MostLines = 60;

    private static readonly string s_home = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "notebooks"));

    public static TheoryData<string> Notebooks => [.. Directory.EnumerateFiles(s_home, "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void A_notebook_writes_a_page_with_its_tables_and_charts(string name)
    {
        var folder = Directory.CreateTempSubdirectory("notebook-");
        try
        {
            Assert.Equal(0, Run(name, river.Shell.Data, folder.FullName));
            var page = File.ReadAllText(Path.Combine(folder.FullName, name + ".html"));
            Assert.Contains(river.Shell.Current, page, StringComparison.Ordinal);
            Assert.True(Regex.Count(page, "<tr>", RegexOptions.None, TimeSpan.FromSeconds(5)) >= 2, page);
            Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
            Assert.True(page.Contains("<svg", StringComparison.Ordinal) || page.Contains("还没有人去过", StringComparison.Ordinal), page);
            Assert.DoesNotContain("no such", page, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void There_are_six_questions_and_each_is_short()
    {
        var programs = Directory.EnumerateFiles(s_home, "*.cs").ToList();
        Assert.True(programs.Count >= 6);
        Assert.All(programs, path => Assert.True(File.ReadAllLines(path).Length < MostLines, path));
    }

    [Fact]
    public void Without_a_snapshot_it_says_so()
    {
        using var empty = new Shell();
        Assert.Equal(3, Run("monthly-trend", empty.Data, empty.Folder));
    }

    [Fact]
    public void The_trend_shows_the_numbers_of_the_overview()
    {
        using var folder = new Shell();
        Run("monthly-trend", river.Shell.Data, folder.Folder);
        var page = File.ReadAllText(Path.Combine(folder.Folder, "monthly-trend.html"));
        foreach (var row in river.Shell.Ask("select month, hazards_found(found) as found, open_stock(closing) as stock from mart_month group by month"))
            Assert.Contains($"<td>{row.GetProperty("month")}</td><td class=\"n\">{row.GetProperty("found")}</td><td class=\"n\">{row.GetProperty("stock")}</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sql_cell_of_the_jupyter_notebook_answers()
    {
        using var notebook = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_home, "questions.ipynb")));
        var cells = notebook.RootElement.GetProperty("cells").EnumerateArray()
            .Where(cell => cell.GetProperty("cell_type").GetString() == "code")
            .Select(cell => string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString())));
        var questions = cells.SelectMany(cell => Question().Matches(cell)).Select(match => match.Groups[1].Value).ToList();
        Assert.True(questions.Count >= 6);
        Assert.All(questions, sql => Assert.Equal(0, river.Shell.Do("query", sql, "--format", "json").ExitCode));
    }

    /// <summary>That the very file runs as a program is tried once: a build of its own takes seconds.</summary>
    [Fact]
    public void A_notebook_is_a_program_of_one_file()
    {
        using var folder = new Shell();
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", ["run", Path.Combine(s_home, "claimed-not-verified.cs"), "--", river.Shell.Data, folder.Folder])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Path.GetDirectoryName(s_home),
        };
        var said = Shell.Finish(System.Diagnostics.Process.Start(start)!);
        Assert.True(said.ExitCode == 0, said.Output + said.Error);
        Assert.True(File.Exists(Path.Combine(folder.Folder, "claimed-not-verified.html")));
    }

    private static int Run(string name, string data, string output)
    {
        var type = string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var main = Assembly.Load("SafetyAnalytics.Notebooks").GetType($"SafetyAnalytics.Notebooks.{type}")!.GetMethod("Main", BindingFlags.Static | BindingFlags.NonPublic)!;
        return (int)main.Invoke(null, [new[] { data, output }])!;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex("ask\\(\"\"\"\\n(.*?)\"\"\"\\)", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Question();
}
