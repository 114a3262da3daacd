using SafetyAnalytics.Pipeline.Sample;
using SafetyAnalytics.Pipeline.Sample.Telling;

namespace SafetyAnalytics.Pipeline.Tests.Sample;

/// <summary>Two years are as big, as mixed and as messy as a subdistrict's.</summary>
[Collection(nameof(SampleFixture))]
public sealed class SampleContentTests(SampleFixture sample)
{
    [Fact]
    public void It_is_a_subdistrict_in_size()
    {
        Assert.Equal(25, sample.Truth.Submitters.Count);
        Assert.Equal(300, sample.Truth.Units.Count);
        Assert.Equal(300, sample.Truth.Units.Select(unit => (unit.Name, unit.Address)).Distinct().Count());
        Assert.InRange(sample.Counting.Sum(file => file.Rows.Count) / 2, 2500, 5000);
        Assert.InRange(sample.Truth.Files.Count(file => file.MustWait is null && file.Supersedes is null) / 24.0, 23, 25);
        Assert.InRange(sample.Truth.Hazards.Select(hazard => hazard.Category).Distinct(StringComparer.Ordinal).Count(), 15, 20);
        Assert.Equal(14, sample.Truth.Units.Select(unit => unit.Community).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_summary_says_what_was_written() =>
        Assert.Equal(new SampleSummary(sample.Truth.Files.Count, sample.Truth.Files.Sum(file => file.Rows.Count), sample.Truth.Hazards.Count), sample.Summary);

    [Theory]
    [InlineData("xlsx", 0.5, 0.7)]
    [InlineData("docx", 0.2, 0.35)]
    [InlineData("csv", 0.1, 0.25)]
    public void Formats_are_mixed(string format, double least, double most) =>
        Assert.InRange(sample.Truth.Files.Count(file => file.Format == format) / (double)sample.Truth.Files.Count, least, most);

    public static TheoryData<string> EveryMess => [.. Enum.GetNames<Mess>().Select(name => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name))];

    [Theory]
    [MemberData(nameof(EveryMess))]
    public void Every_kind_of_mess_shows(string mess) => Assert.Contains(sample.Truth.Files, file => file.Mess.Contains(mess));

    [Fact]
    public void A_few_files_wait_and_the_others_do_not()
    {
        Assert.Equal(["month_conflict", "month_conflict", "unknown_sender", "unknown_sender"], sample.Truth.Files.Select(file => file.MustWait).OfType<string>().Order(StringComparer.Ordinal));
        Assert.All(sample.Truth.Files.Where(file => file.MustWait == "unknown_sender"), file => Assert.DoesNotContain(file.Submitter, sample.Truth.Submitters));
    }

    [Theory]
    [InlineData("late", 20, 70)]
    [InlineData("correction", 10, 45)]
    [InlineData("zero_report", 20, 90)]
    public void Sendings_are_of_every_kind(string kind, int least, int most) =>
        Assert.InRange(sample.Truth.Files.Count(file => file.Kind == kind), least, most);

    [Fact]
    public void Some_ledgers_never_come() =>
        Assert.InRange((24 * 25) - sample.Truth.Files.Where(file => file.MustWait != "unknown_sender").Select(file => (file.Month, file.Submitter)).Distinct().Count(), 5, 30);

    [Theory]
    [InlineData("not_started"), InlineData("ordered"), InlineData("in_progress"), InlineData("partial"), InlineData("rectified")]
    [InlineData("verified"), InlineData("escalated"), InlineData("cancelled"), InlineData("unknown")]
    public void Every_status_is_told(string status) => Assert.Contains(Items, item => item.Status == status);

    [Theory]
    [InlineData("date", 0.6, 0.85)]
    [InlineData("immediate", 0.05, 0.2)]
    [InlineData("relative", 0.03, 0.12)]
    [InlineData("event", 0.005, 0.06)]
    [InlineData("long_term", 0.01, 0.06)]
    [InlineData("none", 0.01, 0.05)]
    [InlineData("unreadable", 0.0005, 0.02)]
    public void Deadlines_are_of_every_kind(string kind, double least, double most) =>
        Assert.InRange(sample.Truth.Hazards.Count(hazard => hazard.DueKind == kind) / (double)sample.Truth.Hazards.Count, least, most);

    [Fact]
    public void Five_to_eight_percent_are_stated_major() => Assert.InRange(Items.Count(item => item.Level == "重大") / (double)Items.Count(), 0.05, 0.08);

    [Fact]
    public void A_share_states_the_day_it_was_found() => Assert.InRange(Items.Count(item => item.FoundOn is not null) / (double)Items.Count(), 0.3, 0.7);

    [Fact]
    public void Hazards_come_back()
    {
        Assert.InRange(sample.Truth.Hazards.Count(hazard => hazard.ReopenedMonths.Count > 0) / (double)sample.Truth.Hazards.Count, 0.03, 0.15);
        Assert.Contains(sample.Truth.Hazards, hazard => hazard.Relation == "recurrent");
        Assert.Contains(sample.Truth.Hazards, hazard => hazard.ClosedMonth is null);
    }

    [Fact]
    public void Temperament_shows_in_what_is_found()
    {
        var found = sample.Truth.Hazards.CountBy(hazard => hazard.UnitId).ToDictionary(StringComparer.Ordinal);
        var byTemper = sample.Truth.Units.OrderBy(unit => unit.Temperament).Select(unit => found.GetValueOrDefault(unit.UnitId)).ToList();

        Assert.True(byTemper.TakeLast(75).Sum() > 5 * byTemper.Take(75).Sum());
    }

    [Fact]
    public void Slopes_and_drains_have_their_season()
    {
        var wet = sample.Truth.Hazards.Where(hazard => hazard.Category is "地质边坡" or "防汛排水" && hazard.FoundMonth is not null).CountBy(hazard => hazard.FoundMonth![5..] is "05" or "06" or "07" or "08").ToDictionary();

        Assert.True(wet[true] > wet[false]);
    }

    [Fact]
    public void Some_hazards_stand_in_two_ledgers_of_one_month() =>
        Assert.InRange(
            sample.Counting.SelectMany(file => file.Rows.SelectMany(row => row.Hazards).Select(item => (item.HazardId, file.Month, file.Submitter))).Distinct().GroupBy(told => (told.HazardId, told.Month)).Count(told => told.Count() > 1),
            20,
            300);

    private IEnumerable<TruthItem> Items => sample.Truth.Files.SelectMany(file => file.Rows).SelectMany(row => row.Hazards);
}
