using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SafetyAnalytics.Pipeline.Sample;

namespace SafetyAnalytics.Pipeline.Tests.Sample;

/// <summary>The files are sound, and say what the truth says they say.</summary>
[Collection(nameof(SampleFixture))]
public sealed partial class SampleFilesTests(SampleFixture sample)
{
    [Fact]
    public void Office_files_of_a_month_are_valid()
    {
        var validator = new OpenXmlValidator();
        var files = sample.Truth.Files.Where(file => file.Month == "2022-09" && file.Format != "csv").ToList();

        Assert.True(files.Count > 15);
        Assert.All(files, file =>
        {
            using OpenXmlPackage package = file.Format == "xlsx" ? SpreadsheetDocument.Open(sample.PathOf(file), isEditable: false) : WordprocessingDocument.Open(sample.PathOf(file), isEditable: false);
            Assert.Empty(validator.Validate(package).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        });
    }

    [Fact]
    public void Every_row_of_the_truth_stands_where_it_says()
    {
        var units = sample.Truth.Units.ToDictionary(unit => unit.UnitId, StringComparer.Ordinal);

        Assert.All(sample.Truth.Files, file =>
        {
            var tables = WrittenTables.Read(sample.PathOf(file));
            Assert.All(file.Rows, row =>
            {
                var name = Squeeze(tables[row.Sheet][row.RowNumber - 1][1]);
                Assert.True(name == Squeeze(units[row.UnitId].Name) || (name.Length == 0 && IsFollower(file, row)), $"{file.Path} {row.Sheet} {row.RowNumber}: {name}");
            });
        });
    }

    [Fact]
    public void No_row_with_a_unit_and_a_hazard_is_missing_from_the_truth() =>
        Assert.All(sample.Truth.Files, file =>
        {
            var told = file.Rows.Select(row => (row.Sheet, row.RowNumber)).ToHashSet();
            var filled = WrittenTables.Read(sample.PathOf(file))
                .SelectMany(table => table.Value.Select((cells, i) => (Place: (table.Key, i + 1), Cells: cells)))
                .Where(row => row.Cells.Length > 7 && row.Cells[7].Length > 0 && !IsHeader(row.Cells[7]))
                .Select(row => row.Place);
            Assert.Subset(told, filled.ToHashSet());
        });

    [Fact]
    public void People_have_no_names_and_phones_are_nobodys()
    {
        var texts = sample.Truth.Files.Where(file => file.Month.StartsWith("2022", StringComparison.Ordinal)).SelectMany(file => WrittenTables.Read(sample.PathOf(file)).Values).SelectMany(rows => rows).SelectMany(cells => cells).Select(cell => cell.Normalize(System.Text.NormalizationForm.FormKC)).ToList();

        Assert.All(texts.SelectMany(text => Mobile().Matches(text)), phone => Assert.StartsWith("1380000", phone.Value));
        Assert.Contains(texts, text => Mobile().IsMatch(text));
    }

    private static bool IsFollower(TruthFile file, TruthRow row) => file.Mess.Contains("merged_units") && file.Rows.Any(above => above.Sheet == row.Sheet && above.RowNumber == row.RowNumber - 1 && above.UnitId == row.UnitId);

    private static bool IsHeader(string text) => Squeeze(text) is "问题隐患" or "存在问题";

    private static string Squeeze(string text) => text.Normalize(System.Text.NormalizationForm.FormKC).Replace("\u200B", "").Replace(" ", "").Replace("\n", "");

    [GeneratedRegex("1[0-9]{10}", RegexOptions.NonBacktracking)]
    private static partial Regex Mobile();
}
