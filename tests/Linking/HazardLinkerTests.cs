namespace SafetyAnalytics.Linking.Tests;

/// <summary>Given and expected, one line a sighting: <c>month sender [category] text state [day…] = hazard relation [of] [state after]</c>, see <see cref="Story"/>.</summary>
public class HazardLinkerTests
{
    public static TheoryData<string, string> TheTable { get; } = new()
    {
        {
            "open, then open: carried over",
            """
            2022-05 A 灭火器过期2具 open = H new
            2022-06 A 2具灭火器已过期未更换 open = H carried_over
            2022-07 A 灭火器过期 unknown = H carried_over
            """
        },
        {
            "open, then closed: carried over and closed; then repeated",
            """
            2022-05 A 灭火器过期 open = H new
            2022-06 A 灭火器已过期 rectified = H carried_over rectified
            2022-07 A 灭火器过期 rectified = H repeated rectified
            2022-08 A 灭火器过期 verified = H repeated verified
            """
        },
        {
            "closed, then open within three months: re-opened, the same hazard",
            """
            2022-05 A 灭火器过期 rectified = H new rectified
            2022-08 A 灭火器过期 open = H reopened open
            2022-09 A 灭火器过期 open = H carried_over open
            """
        },
        {
            "closed, then open in the fourth month: recurrent, a new hazard",
            """
            2022-05 A 灭火器过期 rectified = H new rectified
            2022-09 A 灭火器过期 open = R recurrent H
            2022-10 A 灭火器过期 open = R carried_over
            2022-11 A 灭火器过期 rectified = R carried_over rectified
            2023-06 A 灭火器过期 open = S recurrent R
            """
        },
        {
            "stated days decide: the ninetieth day is within, the ninety-first is not",
            """
            2022-05 A 灭火器过期 rectified rectified:2022-05-10 = H new
            2022-08 A 灭火器过期 open found:2022-08-08 = H reopened
            2022-05 A 应急灯损坏 rectified rectified:2022-05-10 = G new
            2022-08 A 应急灯损坏 open found:2022-08-09 = R recurrent G
            """
        },
        {
            "a day of finding before the closing is the old one: months decide",
            """
            2022-05 A 灭火器过期 rectified found:2022-05-01 rectified:2022-05-10 = H new
            2022-08 A 灭火器过期 open found:2022-05-01 = H reopened
            """
        },
        {
            "another defect of the same category after a closing: recurrent by category",
            """
            2022-05 A [消防器材] 灭火器过期 rectified rectified:2022-05-10 = H new
            2022-06 A [消防器材] 水带缺失 open = R recurrent H
            """
        },
        {
            "the hundred and eightieth day after the closing counts, the next one does not",
            """
            2022-01 A [消防器材] 灭火器过期 rectified rectified:2022-01-10 = H new
            2022-07 A [消防器材] 水带缺失 open found:2022-07-09 = R recurrent H
            2022-07 A [消防器材] 水枪损坏 open found:2022-07-10 = N new
            """
        },
        {
            "without days six ledger months count, the seventh does not",
            """
            2022-01 A [消防器材] 灭火器过期 rectified = H new
            2022-07 A [消防器材] 水带缺失 open = R recurrent H
            2022-08 A [消防器材] 水枪损坏 open = N new
            """
        },
        {
            "same category while the other is open: simply another hazard",
            """
            2022-05 A [消防器材] 灭火器过期 open = H new
            2022-06 A [消防器材] 水带缺失 open = N new
            """
        },
        {
            "unknown categories never make a recurrence",
            """
            2022-05 A 灭火器过期 rectified = H new
            2022-06 A 水带缺失 open = N new
            """
        },
        {
            "within one month nobody knows which came first, unless days say so",
            """
            2022-05 A [消防器材] 灭火器过期 rectified = H new
            2022-05 A [消防器材] 水带缺失 open = N new
            2022-05 B [电气] 线路老化 rectified rectified:2022-05-03 = L new
            2022-05 B [电气] 插座损坏 open found:2022-05-20 = R recurrent L
            """
        },
        {
            "found and mended at once is new; another found the same day is no recurrence",
            """
            2022-05 A [消防器材] 灭火器过期 rectified found:2022-05-03 rectified:2022-05-03 = H new rectified
            2022-05 A [消防器材] 水带缺失 open found:2022-05-03 = N new
            """
        },
        {
            "found again after the closing and mended again is not history",
            """
            2022-05 A 灭火器过期 rectified rectified:2022-05-10 = H new
            2022-06 A 灭火器过期 rectified found:2022-06-05 rectified:2022-06-06 = H reopened rectified
            2023-06 A 灭火器过期 rectified found:2023-06-05 rectified:2023-06-06 = R recurrent H rectified
            """
        },
        {
            "the same text in another category is another hazard",
            """
            2022-05 A [甲] 管道破损 open = H new
            2022-06 A [乙] 管道破损 open = N new
            2022-07 A 管道破损 open = N carried_over
            """
        },
    };

    [Theory]
    [MemberData(nameof(TheTable))]
    public void Months(string situation, string story) => Story.Check(situation, story);

    public static TheoryData<string, string> Cancelling { get; } = new()
    {
        {
            "open, then cancelled: carried over; listed again: repeated",
            """
            2022-05 A 灭火器过期 open = H new
            2022-06 A 灭火器过期 cancelled = H carried_over cancelled
            2022-07 A 灭火器过期 cancelled = H repeated cancelled
            2022-08 A 灭火器过期 rectified = H repeated cancelled
            """
        },
        {
            "cancelled, then open: new, for what never was cannot rebound",
            """
            2022-05 A [消防器材] 灭火器过期 cancelled = H new cancelled
            2022-06 A [消防器材] 灭火器过期 open = N new
            2022-07 A [消防器材] 灭火器过期 open = N carried_over
            """
        },
        {
            "a closing stands against a later cancellation",
            """
            2022-05 A 灭火器过期 rectified = H new
            2022-06 A 灭火器过期 cancelled = H repeated rectified
            """
        },
        {
            "in one month mending outvotes cancelling",
            """
            2022-05 A 灭火器过期 cancelled = H new cancelled
            2022-05 B 灭火器过期 rectified = H same_in_other_ledger rectified
            """
        },
    };

    [Theory]
    [MemberData(nameof(Cancelling))]
    public void Cancelled(string situation, string story) => Story.Check(situation, story);

    public static TheoryData<string, string> OneLedger { get; } = new()
    {
        {
            "near-same texts in one ledger are different hazards",
            """
            2022-05 A 灭火器过期2具 open = H new
            2022-05 A 灭火器过期3具 open = N new
            2022-06 A 灭火器过期3具 open = N carried_over
            2022-06 A 灭火器过期2具 rectified = H carried_over rectified
            """
        },
        {
            "the same words in one ledger are one hazard seen again",
            """
            2022-05 A 灭火器过期2具 open = H new
            2022-05 A 1.灭火器过期2具。 open = H repeated
            """
        },
        {
            "its later row says where it stands",
            """
            2022-05 A 灭火器过期 open = H new open
            2022-05 A 灭火器过期 rectified = H carried_over rectified
            2022-06 A 灭火器过期 rectified = H repeated rectified
            2022-06 A 灭火器过期 open = H reopened open
            """
        },
        {
            "a cumulative ledger repeats a closing before the row that is open again",
            """
            2022-05 A 灭火器过期 rectified = H new rectified
            2022-06 A 灭火器过期 rectified = H repeated rectified
            2022-06 A 灭火器过期 open = H reopened open
            2022-07 A 灭火器过期 rectified = H repeated open
            2022-07 A 灭火器过期 open = H carried_over open
            2022-08 A 灭火器过期 rectified = H carried_over rectified
            2022-08 A 灭火器过期 rectified = H repeated rectified
            """
        },
        {
            "the first ledger seen may hold a whole rebound",
            """
            2022-05 A 灭火器过期 rectified = H new rectified
            2022-05 A 灭火器过期 open = H reopened open
            """
        },
        {
            "one hazard takes one text of a ledger, the best",
            """
            2022-05 A 一楼通道堵塞 open = H new
            2022-06 A 通道堵塞 open = N new
            2022-06 A 一楼过道堵塞 open = H carried_over
            """
        },
        {
            "a row that says the same thing of another unit is another hazard",
            """
            2022-05 A 灭火器过期 open = H new
            2022-06 A unit:U2 灭火器过期 open = N new
            """
        },
    };

    [Theory]
    [MemberData(nameof(OneLedger))]
    public void Within_one_ledger(string situation, string story) => Story.Check(situation, story);

    public static TheoryData<string, string> TwoLedgers { get; } = new()
    {
        {
            "two senders, one month: one hazard",
            """
            2022-05 A 灭火器过期2具 open = H new
            2022-05 B 2具灭火器已过期 open = H same_in_other_ledger
            2022-06 A 灭火器过期2具 open = H carried_over
            2022-06 B 灭火器过期2具 open = H same_in_other_ledger
            """
        },
        {
            "one says closed, the other open: the closing stands, whoever says it",
            """
            2022-05 A 灭火器过期 rectified = H same_in_other_ledger rectified
            2022-05 B 灭火器过期 open = H new open
            2022-06 A 灭火器过期 open = H reopened open
            2022-06 B 灭火器过期 rectified = H same_in_other_ledger rectified
            """
        },
        {
            "found after the other's closing: a rebound within the month",
            """
            2022-05 A 灭火器过期 rectified rectified:2022-05-10 = H new rectified
            2022-05 B 灭火器过期 open found:2022-05-20 = H reopened open
            """
        },
        {
            "one cumulative sender repeats its closing while the other sees it open",
            """
            2022-05 A 灭火器过期 rectified = H new rectified
            2022-06 A 灭火器过期 rectified = H repeated
            2022-06 B 灭火器过期 open = H reopened open
            2022-07 A 灭火器过期 rectified = H repeated open
            2022-07 B 灭火器过期 open = H carried_over open
            2022-08 B 灭火器过期 verified = H carried_over verified
            """
        },
        {
            "after the rebound window both senders' rows go to the new hazard",
            """
            2022-01 A 灭火器过期 rectified = H new rectified
            2022-06 A 灭火器过期 open = R recurrent H open
            2022-06 B 灭火器过期 open = R same_in_other_ledger open
            """
        },
        {
            "rectified here, verified there",
            """
            2022-05 A 灭火器过期 rectified = H new rectified
            2022-05 B 灭火器过期 verified = H same_in_other_ledger verified
            """
        },
        {
            "what the other sender brought up this month is known when the second ledger is read",
            """
            2022-05 A 一楼通道堵塞 open = H new
            2022-05 B 一楼通道堵塞 open = H same_in_other_ledger
            2022-05 B 三楼通道堵塞 open = N new
            """
        },
    };

    [Theory]
    [MemberData(nameof(TwoLedgers))]
    public void Between_ledgers(string situation, string story) => Story.Check(situation, story);

    [Fact]
    public void A_recurrence_and_its_evidence_are_said()
    {
        var links = new HazardLinker().Link([.. Story.Read("2022-01 A 灭火器过期 rectified = H new\n2022-06 A 灭火器已过期 open = R recurrent H").Select(line => line.Sighting)]);
        Assert.Null(links[0].Similarity);
        Assert.Equal(1, links[1].Similarity);
        Assert.Equal("the same object and defect, closed longer ago than the rebound window", links[1].Rule);
        Assert.All(links, link => Assert.Matches("^H[0-9a-f]{12}$", link.HazardKey));
    }

    [Fact]
    public void Windows_and_threshold_are_settings()
    {
        var sightings = Story.Read("2022-05 A 灭火器过期 rectified = H new\n2022-06 A 灭火器过期 open = H reopened").Select(line => line.Sighting).ToList();
        Assert.Equal(SightingRelation.Recurrent, new HazardLinker(new HazardLinkOptions { ReboundMonths = 0 }).Link(sightings)[1].Relation);
        sightings[1] = sightings[1] with { Text = "厨房灭火器过期及其它" };
        Assert.Equal(SightingRelation.New, new HazardLinker(new HazardLinkOptions { SimilarityThreshold = 1 }).Link(sightings)[1].Relation);
    }

    [Fact]
    public void All_faults_of_the_settings_are_said_at_once()
    {
        var fault = Assert.Throws<ArgumentException>(() => new HazardLinker(new HazardLinkOptions { ReboundDays = -1, SimilarityThreshold = 2 }));
        Assert.Contains("ReboundDays", fault.Message, StringComparison.Ordinal);
        Assert.Contains("SimilarityThreshold", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_that_is_none_is_refused_by_name()
    {
        var sighting = Story.Read("2022-05 A 灭火器过期 open = H new")[0].Sighting with { Month = "2022年5月" };
        Assert.Contains("2022年5月", Assert.Throws<ArgumentException>(() => new HazardLinker().Link([sighting])).Message, StringComparison.Ordinal);
    }

    /// <summary>Lives of all hazards, by their first words: month, relation and state after of each step.</summary>
    private static IReadOnlyList<string> Lives(HazardLinkage linkage) =>
    [
        .. linkage.Sightings.Concat(linkage.Further).GroupBy(link => link.HazardKey)
            .Select(life => string.Join(", ", life.OrderBy(link => link.Step).Select(link => $"{link.Step} {link.Sighting.Month} {link.Sighting.Text} {link.Relation} {link.StateAfter}")))
            .Order(StringComparer.Ordinal),
    ];

    private static HazardLinkage Linked(string story) => new HazardLinker().Link([.. Story.Read(story).Select(line => line.Sighting)], HazardAnswers.None);

    [Fact]
    public void Two_rows_that_become_one_go_on_as_two_hazards_and_are_closed_together() => Assert.Equal(
        [
            "1 2022-05 应急灯损坏 New Open, 2 2022-06 灭火器过期，应急灯损坏 CarriedOver Open, 3 2022-07 灭火器过期，应急灯损坏 CarriedOver Rectified",
            "1 2022-05 灭火器过期 New Open, 2 2022-06 灭火器过期，应急灯损坏 CarriedOver Open, 3 2022-07 灭火器过期，应急灯损坏 CarriedOver Rectified",
        ],
        Lives(Linked(
            """
            2022-05 A 灭火器过期 open = H new
            2022-05 A 应急灯损坏 open = G new
            2022-06 A 灭火器过期，应急灯损坏 open = H carried_over
            2022-07 A 灭火器过期，应急灯损坏 rectified = H carried_over
            """)));

    [Fact]
    public void One_row_that_becomes_two_was_two_hazards_from_the_first() => Assert.Equal(
        [
            "1 2022-05 灭火器过期，应急灯损坏 New Open, 2 2022-06 应急灯损坏 CarriedOver Rectified",
            "1 2022-05 灭火器过期，应急灯损坏 New Open, 2 2022-06 灭火器过期 CarriedOver Open",
        ],
        Lives(Linked(
            """
            2022-05 A 灭火器过期，应急灯损坏 open = H new
            2022-06 A 灭火器过期 open = H carried_over
            2022-06 A 应急灯损坏 rectified = G carried_over
            """)));

    [Fact]
    public void What_only_adds_a_new_hazard_to_the_row_splits_nothing() => Assert.Equal(
        [
            "1 2022-05 灭火器过期 New Open, 2 2022-06 灭火器过期 CarriedOver Open",
            "1 2022-06 应急灯损坏 New Open",
        ],
        Lives(Linked(
            """
            2022-05 A 灭火器过期 open = H new
            2022-06 A 灭火器过期 open = H carried_over
            2022-06 A 应急灯损坏 open = N new
            """)));
}
