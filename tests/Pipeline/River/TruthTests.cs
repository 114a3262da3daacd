using System.Text.Json;
using SafetyAnalytics.Pipeline.Sample;

namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>What the river made of the sample, against what the sample means.</summary>
[Collection(nameof(SampleRiver))]
public sealed class TruthTests(SampleRiver river)
{
    [Fact]
    public void Every_file_is_accounted_for()
    {
        var superseded = river.Truth.Files.Select(file => file.Supersedes).ToHashSet(StringComparer.Ordinal);
        var expected = river.Truth.Files.Select(file => $"{Path.GetFileName(file.Path)} {(file.MustWait is not null ? "waiting" : superseded.Contains(file.Path) ? "superseded" : "landed")}");
        var got = river.Shell.Ask("select file_name, outcome from mart_ledger_file").Select(row => $"{Text(row, "file_name")} {Text(row, "outcome")}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), got.Order(StringComparer.Ordinal));
        Assert.Empty(river.Shell.Ask("select * from mart_ledger_file where rows_read <> rows_loaded + rows_repeated + rows_carried_over + rows_skipped + rows_waiting + rows_superseded"));
    }

    [Fact]
    public void Every_row_that_counts_is_read_with_its_hazards_and_statuses()
    {
        var items = Items().ToLookup(item => (item.File, item.Sheet, item.Row));
        var told = Counting.SelectMany(file => file.Rows.Where(row => !row.Visit).Select(row => (File: Path.GetFileName(file.Path), Row: row))).ToList();
        var right = told.Count(row => items[(row.File, row.Row.Sheet, row.Row.RowNumber)].OrderBy(item => item.Number).Select(item => item.Status).SequenceEqual(row.Row.Hazards.Select(hazard => hazard.Status), StringComparer.Ordinal));

        Assert.True(right >= 0.98 * told.Count, $"{right} of {told.Count} rows");
    }

    [Fact]
    public void Rows_nobody_meant_as_hazards_are_not_loaded()
    {
        var meant = river.Truth.Files.SelectMany(file => file.Rows.Select(row => (Path.GetFileName(file.Path), row.Sheet, row.RowNumber))).ToHashSet();

        Assert.Subset(meant, Items().Select(item => (item.File, item.Sheet, item.Row)).ToHashSet());
    }

    /// <summary>Pairs of rows of one hazard, across all files that count.</summary>
    [Fact]
    public void Rows_of_one_hazard_are_linked_and_others_are_not()
    {
        var truth = Counting.SelectMany(file => file.Rows.SelectMany(row => row.Hazards.Select(item => (Place: (Path.GetFileName(file.Path), row.Sheet, row.RowNumber, item.ItemNo), item.HazardId)))).ToDictionary(item => item.Place, item => item.HazardId);
        var both = Items().Where(item => item.Key is not null && truth.ContainsKey((item.File, item.Sheet, item.Row, item.Number))).Select(item => (Key: item.Key!, Meant: truth[(item.File, item.Sheet, item.Row, item.Number)])).ToList();
        var together = Pairs(both.Select(item => item.Key + item.Meant));
        var precision = together / Pairs(both.Select(item => item.Key));
        var recall = together / Pairs(truth.Values);

        Assert.True(precision >= 0.98 && recall >= 0.98, $"precision {precision:F4}, recall {recall:F4}");
    }

    private IEnumerable<TruthFile> Counting
    {
        get
        {
            var superseded = river.Truth.Files.Select(file => file.Supersedes).ToHashSet(StringComparer.Ordinal);
            return river.Truth.Files.Where(file => file.MustWait is null && !superseded.Contains(file.Path));
        }
    }

    private IEnumerable<(string File, string Sheet, int Row, int Number, string? Key, string? Status)> Items() => river.Shell
        .Ask("select file_name, sheet, row_number, item_no, item.hazard_key, status from mart_ledger_item as item join mart_ledger_file using (file_sha256)")
        .Select(row => (Text(row, "file_name")!, Text(row, "sheet")!, row.GetProperty("row_number").GetInt32(), row.GetProperty("item_no").GetInt32(), Text(row, "hazard_key"), Text(row, "status")));

    private static double Pairs(IEnumerable<string> keys) => keys.CountBy(key => key, StringComparer.Ordinal).Sum(group => group.Value * (group.Value - 1) / 2.0);

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();
}
