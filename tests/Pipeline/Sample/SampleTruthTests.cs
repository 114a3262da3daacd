using System.Globalization;
using SafetyAnalytics.Pipeline.Sample;

namespace SafetyAnalytics.Pipeline.Tests.Sample;

/// <summary>The truth does not contradict itself.</summary>
[Collection(nameof(SampleFixture))]
public sealed class SampleTruthTests(SampleFixture sample)
{
    private static readonly string[] Closed = ["rectified", "verified", "cancelled"];

    [Fact]
    public void Every_id_is_known_and_every_file_is_there()
    {
        var hazards = sample.Truth.Hazards.Select(hazard => hazard.HazardId).ToHashSet(StringComparer.Ordinal);
        var units = sample.Truth.Units.Select(unit => unit.UnitId).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(sample.Truth.Hazards.Count, hazards.Count);
        Assert.All(sample.Truth.Hazards, hazard => Assert.Contains(hazard.UnitId, units));
        Assert.All(sample.Truth.Files, file => Assert.True(File.Exists(sample.PathOf(file)), file.Path));
        Assert.All(sample.Truth.Files.SelectMany(file => file.Rows), row => Assert.True(units.Contains(row.UnitId) && row.Hazards.All(item => hazards.Contains(item.HazardId))));
        Assert.Equal(sample.Truth.Files.Count + 1, sample.Folder.EnumerateFiles("*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public void A_row_tells_of_hazards_or_of_a_visit_and_of_its_unit_only()
    {
        var unitOf = sample.Truth.Hazards.ToDictionary(hazard => hazard.HazardId, hazard => hazard.UnitId, StringComparer.Ordinal);

        Assert.All(sample.Truth.Files.SelectMany(file => file.Rows), row =>
        {
            Assert.Equal(row.Visit, row.Hazards.Count == 0);
            Assert.All(row.Hazards, item => Assert.Equal(row.UnitId, unitOf[item.HazardId]));
            Assert.Equal(Enumerable.Range(1, row.Hazards.Count), row.Hazards.Select(item => item.ItemNo));
        });
    }

    [Fact]
    public void A_hazard_stands_once_in_a_ledger_unless_its_row_is_doubled() =>
        Assert.All(sample.Truth.Files, file =>
        {
            var told = file.Rows.Where(row => !row.IsDuplicate).SelectMany(row => row.Hazards).Select(item => item.HazardId).ToList();
            Assert.Equal(told.Count, told.Distinct(StringComparer.Ordinal).Count());
        });

    [Fact]
    public void Received_at_is_the_files_time_and_in_its_window() =>
        Assert.All(sample.Truth.Files, file =>
        {
            var received = DateTimeOffset.ParseExact(file.ReceivedAt, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
            var month = DateTime.ParseExact(file.Month, "yyyy-MM", CultureInfo.InvariantCulture);
            var dueAt = month.AddMonths(1).AddDays(5);
            Assert.Equal(received.UtcDateTime, File.GetLastWriteTimeUtc(sample.PathOf(file)));
            Assert.Equal(file.Kind == "late", received.DateTime >= dueAt && file.Kind != "correction");
            Assert.True(received.DateTime >= month.AddDays(24) && received.Hour is >= 9 and < 19);
        });

    [Fact]
    public void A_correction_follows_what_it_supersedes()
    {
        var files = sample.Truth.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);

        Assert.All(sample.Truth.Files.Where(file => file.Supersedes is not null), file =>
        {
            var first = files[file.Supersedes!];
            Assert.Equal((file.Month, file.Submitter), (first.Month, first.Submitter));
            Assert.True(string.CompareOrdinal(first.ReceivedAt, file.ReceivedAt) < 0);
            Assert.Equal("correction", file.Kind);
            Assert.NotEqual(Said(first), Said(file));
        });
    }

    [Fact]
    public void A_hazards_life_is_what_the_counting_files_tell()
    {
        var told = sample.Counting
            .SelectMany(file => file.Rows.Where(row => !row.IsDuplicate).SelectMany(row => row.Hazards).Select(item => (file.Month, Item: item)))
            .GroupBy(told => told.Item.HazardId, StringComparer.Ordinal)
            .ToDictionary(told => told.Key, told => told.OrderBy(one => one.Month, StringComparer.Ordinal).ToList(), StringComparer.Ordinal);

        Assert.All(sample.Truth.Hazards, hazard =>
        {
            if (!told.TryGetValue(hazard.HazardId, out var life))
            {
                Assert.Null(hazard.FoundMonth);
                return;
            }

            Assert.Equal(life[0].Month, hazard.FoundMonth);
            Assert.Equal(life.Select(one => one.Item.FoundOn).FirstOrDefault(day => day is not null), hazard.FoundOn);
            Assert.Equal(Reopenings(life.Select(one => (one.Month, one.Item.Status))), hazard.ReopenedMonths);
            Assert.Equal(LastClosing(life.Select(one => (one.Month, one.Item.Status))), hazard.ClosedMonth);
        });
    }

    [Fact]
    public void A_reopening_follows_its_closing_within_three_months()
    {
        var closings = sample.Counting.SelectMany(file => file.Rows.SelectMany(row => row.Hazards).Where(item => Closed.Contains(item.Status)).Select(item => (item.HazardId, file.Month))).ToLookup(told => told.HazardId, told => Index(told.Month), StringComparer.Ordinal);

        Assert.All(sample.Truth.Hazards, hazard => Assert.All(hazard.ReopenedMonths, month =>
            Assert.Contains(closings[hazard.HazardId], closing => closing < Index(month) && closing >= Index(month) - 3)));
    }

    [Fact]
    public void A_recurrence_follows_a_closed_hazard_of_the_same_unit_and_category()
    {
        var hazards = sample.Truth.Hazards.ToDictionary(hazard => hazard.HazardId, StringComparer.Ordinal);

        Assert.All(sample.Truth.Hazards, hazard => Assert.Equal(hazard.Relation == "recurrent", hazard.RecurrenceOf is not null));
        Assert.All(sample.Truth.Hazards.Where(hazard => hazard.RecurrenceOf is not null), hazard =>
        {
            var earlier = hazards[hazard.RecurrenceOf!];
            Assert.Equal((hazard.UnitId, hazard.Category), (earlier.UnitId, earlier.Category));
            Assert.True(string.CompareOrdinal(earlier.FoundMonth, hazard.FoundMonth ?? "9999") < 0, $"{earlier.HazardId} before {hazard.HazardId}");
            Assert.NotNull(earlier.ClosedMonth);
        });
    }

    [Fact]
    public void Days_come_in_order()
    {
        Assert.All(sample.Truth.Files.SelectMany(file => file.Rows).SelectMany(row => row.Hazards), item =>
        {
            Assert.True(item.FoundOn is null || item.RectifiedOn is null || string.CompareOrdinal(item.FoundOn, item.RectifiedOn) <= 0);
            Assert.True(item.RectifiedOn is null || item.VerifiedOn is null || string.CompareOrdinal(item.RectifiedOn, item.VerifiedOn) <= 0);
            Assert.True(item.RectifiedOn is null || item.Status is "rectified" or "verified");
            Assert.True(item.VerifiedOn is null || item.Status is "verified");
        });
        Assert.All(sample.Truth.Hazards.Where(hazard => hazard.DueOn is not null && hazard.FoundOn is not null && hazard.ReopenedMonths.Count == 0), hazard =>
            Assert.True(string.CompareOrdinal(hazard.FoundOn, hazard.DueOn) <= 0, hazard.HazardId));
    }

    [Fact]
    public void Deadlines_without_a_day_have_none()
    {
        Assert.All(sample.Truth.Hazards.Where(hazard => hazard.DueKind is "long_term" or "none" or "unreadable"), hazard => Assert.Null(hazard.DueOn));
        Assert.All(sample.Truth.Hazards.Where(hazard => hazard.DueKind is "date" or "event"), hazard => Assert.NotNull(hazard.DueOn));
        Assert.All(sample.Truth.Hazards.Where(hazard => hazard.DueKind is "relative" or "immediate"), hazard => Assert.Equal(hazard.FoundOn is null, hazard.DueOn is null));
    }

    private static List<string> Reopenings(IEnumerable<(string Month, string Status)> life)
    {
        var list = life.ToList();
        return [.. list.Skip(1).Where((one, i) => Closed.Contains(list[i].Status) && !Closed.Contains(one.Status)).Select(one => one.Month)];
    }

    private static string? LastClosing(IEnumerable<(string Month, string Status)> life)
    {
        string? closing = null;
        foreach (var (month, status) in life) closing = Closed.Contains(status) ? closing ?? month : null;
        return closing;
    }

    private static int Index(string month) => (int.Parse(month[..4], CultureInfo.InvariantCulture) * 12) + int.Parse(month[5..], CultureInfo.InvariantCulture);

    private static string Said(TruthFile file) => string.Join(' ', file.Rows.SelectMany(row => row.Hazards).Select(item => $"{item.HazardId} {item.Status}"));
}
