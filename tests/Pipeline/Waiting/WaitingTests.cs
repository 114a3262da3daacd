using System.IO.Compression;
using ExcelDataReader;
using SafetyAnalytics.Pipeline.Tests.River;

namespace SafetyAnalytics.Pipeline.Tests.Waiting;

/// <summary>What goes back to the senders: the list, the marked copies, the templates.</summary>
public sealed class WaitingTests : IDisposable
{
    private const string Ledger = "应急办2022年5月台账.xlsx";

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void What_waits_is_listed_for_people_and_for_programs()
    {
        RunOneThatWaits();

        var listed = _shell.Say("waiting");
        Assert.Equal(1, listed.ExitCode);
        Assert.StartsWith($"{Ledger}  2022-05  应急办", listed.Output, StringComparison.Ordinal);
        Assert.Contains("no_hazard_text", listed.Output, StringComparison.Ordinal);

        var row = Assert.Single(_shell.Do("waiting", "--format", "json").Rows);
        Assert.Equal((Ledger, "no_hazard_text", 3, true), (row.GetProperty("file_name").GetString(), row.GetProperty("code").GetString(), row.GetProperty("row_number").GetInt32(), row.GetProperty("is_waiting").GetBoolean()));
        Assert.NotEmpty(row.GetProperty("cure").GetString()!);
        Assert.Contains("unit", _shell.Do("waiting", "--culture", "en-US").Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_copy_goes_back_to_its_sender_with_the_trouble_at_its_cell()
    {
        RunOneThatWaits();
        var folder = Path.Combine(_shell.Folder, "back");

        Assert.Equal(1, _shell.Do("waiting", "--export", folder).ExitCode);

        Assert.Contains("no_hazard_text", File.ReadAllText(Path.Combine(folder, "waiting.csv")), StringComparison.Ordinal);
        var copy = Assert.Single(Directory.GetFiles(Path.Combine(folder, "应急办")));
        Assert.Equal(["单位名称", "甲饭店", "乙旅馆"], Units(copy, "台账"));
        Assert.Contains(Parts(copy), part => part.Contains("ref=\"H3\"", StringComparison.Ordinal) && part.Contains("<comment", StringComparison.Ordinal));
        Assert.Equal(3, _shell.Do("waiting", "--export", folder).ExitCode);
    }

    [Fact]
    public void Nothing_waits_where_everything_counts()
    {
        _shell.Do("run", _shell.Ledger("应急办2022年5月.csv", ("甲饭店", "灭火器过期", "整改中")));
        var said = _shell.Do("waiting");
        Assert.Equal((0, ""), (said.ExitCode, said.Output));
        Assert.NotEmpty(said.Error);
    }

    [Fact]
    public void Without_a_build_the_next_step_is_named() => Assert.Equal(3, _shell.Do("waiting").ExitCode);

    [Fact]
    public void Templates_open_and_are_no_zero_report()
    {
        var folder = Path.Combine(_shell.Folder, "templates");
        Assert.Equal(0, _shell.Do("template", "--out", folder).ExitCode);
        var files = Directory.GetFiles(folder);
        Assert.Equal([".docx", ".docx", ".xlsx", ".xlsx"], files.Select(Path.GetExtension).Order(StringComparer.Ordinal));
        Assert.All(files.Where(path => path.EndsWith(".xlsx", StringComparison.Ordinal)), path => Assert.Contains("单位名称", Units(path)));
        Assert.All(files.Where(path => path.EndsWith(".docx", StringComparison.Ordinal)), path => Assert.Contains(Parts(path), part => part.Contains("单位名称", StringComparison.Ordinal)));

        _shell.Do("run", folder, "--month", "2022-05", "--from", "应急办");
        Assert.Equal(["4"], _shell.Column("select count(*) from mart_ledger_file"));
        Assert.DoesNotContain("zero_report", _shell.Column("select distinct state from mart_submission"));
        Assert.Equal(["0"], _shell.Column("select count(*) from mart_ledger_item"));
    }

    private void RunOneThatWaits() => _shell.Do("run", _shell.Write(Ledger, Workbook.Of(Shell.Header + "\n1,甲饭店,磁器口1号,,,应急办,,灭火器过期,整改中,2022.6.30,\n2,乙旅馆,磁器口2号,,,应急办,,,,,\n")));

    /// <summary>The filled cells of the second column of one sheet, or of all.</summary>
    private static List<string> Units(string path, string? sheet = null)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var units = new List<string>();
        do
        {
            while ((sheet is null || reader.Name == sheet) && reader.Read())
                if (reader.FieldCount > 1 && reader.GetValue(1)?.ToString() is { Length: > 0 } unit) units.Add(unit);
        }
        while (reader.NextResult());
        return units;
    }

    private static List<string> Parts(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var parts = new List<string>();
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(entry.Open());
            parts.Add(text.ReadToEnd());
        }

        return parts;
    }
}
