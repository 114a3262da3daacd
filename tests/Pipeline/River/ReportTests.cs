using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>The verb <c>report</c>, called as a person calls it.</summary>
[Collection(nameof(SampleRiver))]
public sealed class ReportTests(SampleRiver river) : IDisposable
{
    private readonly string _out = Directory.CreateTempSubdirectory("report-").FullName;

    public void Dispose() => Directory.Delete(_out, recursive: true);

    [Fact]
    public void The_numbers_of_the_workbook_are_those_of_query()
    {
        var said = river.Shell.Say("report", "--month", "2022-06", "--format", "xlsx", "--out", _out);
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        using var workbook = SpreadsheetDocument.Open(Path.Combine(_out, "安全生产月通报-2022-06.xlsx"), isEditable: false);
        var headline = Sheet(workbook, "主要指标");
        var asked = river.Shell.Ask("select sum(found)::bigint as found, sum(closing)::bigint as closing, sum(rectified_to_date) / sum(found_to_date) as rate from mart_month where month = '2022-06'")[0];
        Assert.Equal(asked.GetProperty("found").GetDouble(), headline["新增隐患"]);
        Assert.Equal(asked.GetProperty("closing").GetDouble(), headline["期末存量"]);
        Assert.Equal(asked.GetProperty("rate").GetDouble(), headline["累计整改率"], 12);
    }

    [Fact]
    public void Everything_for_everybody_is_named_and_zipped()
    {
        var said = river.Shell.Say("report", "--month", "2022-07", "--for", "all", "--format", "xlsx", "--out", _out);
        Assert.Equal(0, said.ExitCode);
        var files = Directory.GetFiles(_out).Select(path => Path.GetFileName(path)!).ToList();
        Assert.Contains("安全生产月通报-2022-07.zip", files);
        Assert.Contains("安全生产月通报-2022-07-应急办.zip", files);
        Assert.All(files, file => Assert.EndsWith(".zip", file, StringComparison.Ordinal));
        Assert.Equal(files.Count, said.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData(2, "2022-6", "--month 2022-6")]
    [InlineData(3, "2022-05 至 2022-08", "--month 2019-01")]
    [InlineData(2, "应急办", "--month 2022-06 --for 没有的科室")]
    [InlineData(2, "docx、xlsx、png、svg", "--month 2022-06 --format pdf")]
    [InlineData(3, "nothing.docx", "--month 2022-06 --template nothing.docx")]
    [InlineData(2, "没有名为", "--month 2022-06 --snapshot 2022-06-000000000000")]
    public void What_cannot_be_made_is_said_with_its_cure(int code, string words, string options)
    {
        var said = river.Shell.Say(["report", .. options.Split(' '), "--out", _out]);
        Assert.Equal(code, said.ExitCode);
        Assert.Contains(words, said.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_out));
    }

    /// <summary>First column to the number in the second.</summary>
    private static Dictionary<string, double> Sheet(SpreadsheetDocument workbook, string name)
    {
        var book = workbook.WorkbookPart!;
        var strings = book.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(item => item.InnerText).ToList();
        var sheet = (WorksheetPart)book.GetPartById(book.Workbook!.Sheets!.Elements<Sheet>().Single(one => one.Name == name).Id!.Value!);
        return sheet.Worksheet!.Descendants<Row>().Skip(1).Select(row => row.Elements<Cell>().ToList()).Where(cells => cells.Count > 1 && cells[1].CellReference!.Value!.StartsWith('B') && cells[1].DataType is null)
            .ToDictionary(cells => strings[int.Parse(cells[0].CellValue!.Text, CultureInfo.InvariantCulture)], cells => double.Parse(cells[1].CellValue!.Text, CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }
}
