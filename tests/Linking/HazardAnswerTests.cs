namespace SafetyAnalytics.Linking.Tests;

/// <summary>What people said of hazards, against what the rows say.</summary>
public class HazardAnswerTests
{
    private static SightingPosition At(IReadOnlyList<Sighting> sightings, int line) => sightings[line].Position;

    private static IReadOnlyList<Sighting> Read(string story) =>
        [.. Story.Read(story).Select((line, row) => line.Sighting with { Position = new SightingPosition(line.Sighting.Month + line.Sighting.Submitter, "表1", row + 1, 1) })];

    private static HazardLinkage Link(IReadOnlyList<Sighting> sightings, IReadOnlyList<PairAnswer>? pairs = null, IReadOnlyList<StateAnswer>? states = null, IReadOnlyList<CategoryAnswer>? categories = null) =>
        new HazardLinker().Link(sightings, new HazardAnswers(pairs ?? [], states ?? [], categories ?? []));

    private static IEnumerable<string> Told(HazardLinkage linkage) => linkage.Sightings.Select(link => $"{link.Relation} {link.StateAfter}");

    [Fact]
    public void Two_that_are_one_are_one_over_any_window_and_in_any_words()
    {
        var rows = Read("2022-01 A 灭火器过期 rectified = H new\n2022-12 A 墙上的红瓶子该换了 open = N new");
        var linkage = Link(rows, [new PairAnswer("d", At(rows, 0), At(rows, 1), true)]);
        Assert.Equal(["New Rectified", "Reopened Open"], Told(linkage));
        Assert.Single(linkage.Sightings.Select(link => link.HazardKey).Distinct());
        Assert.Equal([AnswerOutcome.Applies], linkage.Answers.Select(answer => answer.Outcome));
    }

    [Fact]
    public void Two_that_are_not_one_never_meet_even_in_the_same_words_of_one_ledger()
    {
        var rows = Read("2022-01 A 灭火器过期 open = H new\n2022-01 A 灭火器过期 open = H repeated\n2022-02 A 灭火器过期 open = H carried_over");
        var linkage = Link(rows, [new PairAnswer("d", At(rows, 0), At(rows, 1), false)]);
        Assert.Equal(["New Open", "New Open", "CarriedOver Open"], Told(linkage));
    }

    [Fact]
    public void An_answer_that_others_contradict_says_so()
    {
        var rows = Read("2022-01 A 灭火器过期 open = H new\n2022-02 A 灭火器过期 open = H carried_over\n2022-03 A 灭火器过期 open = H carried_over");
        var linkage = Link(rows, [new PairAnswer("ab", At(rows, 0), At(rows, 1), true), new PairAnswer("bc", At(rows, 1), At(rows, 2), true), new PairAnswer("ac", At(rows, 0), At(rows, 2), false)]);
        Assert.Equal([AnswerOutcome.Applies, AnswerOutcome.Contradicted, AnswerOutcome.Applies], linkage.Answers.Select(answer => answer.Outcome));
        Assert.Equal(2, linkage.Sightings.Select(link => link.HazardKey).Distinct().Count());
    }

    [Fact]
    public void Units_never_share_a_hazard_and_a_row_that_is_gone_waits()
    {
        var rows = Read("2022-01 A 灭火器过期 open = H new\n2022-02 A unit:U2 灭火器过期 open = N new");
        var linkage = Link(rows, [new PairAnswer("two", At(rows, 0), At(rows, 1), true), new PairAnswer("gone", At(rows, 0), new SightingPosition("x", "表1", 9, 1), true)], [new StateAnswer("state", new SightingPosition("x", "表1", 9, 1), SightingState.Verified, "2022-01", null)]);
        Assert.Equal([AnswerOutcome.TwoUnits, AnswerOutcome.RowGone, AnswerOutcome.RowGone], linkage.Answers.Select(answer => answer.Outcome));
    }

    [Fact]
    public void A_closing_decided_in_June_is_met_by_Julys_row_whichever_row_was_named()
    {
        var rows = Read("2022-05 A 灭火器过期 open = H new\n2022-07 A 灭火器过期 open = H carried_over");
        foreach (var named in new[] { 0, 1 })
        {
            var linkage = Link(rows, states: [new StateAnswer("d", At(rows, named), SightingState.Verified, "2022-06", new DateOnly(2022, 6, 20))]);
            Assert.Equal(["New Open", "Reopened Open"], Told(linkage));
            Assert.Equal((AnswerOutcome.Applies, 2, SightingState.Verified, "2022-06"), (linkage.Answers[0].Outcome, linkage.Answers[0].Step, linkage.Answers[0].StateAfter, linkage.Answers[0].Month));
        }
    }

    [Fact]
    public void What_was_cancelled_stays_so_unless_it_is_found_later_or_opened_again()
    {
        var rows = Read("2022-05 A 灭火器过期 open = H new\n2022-06 A 灭火器过期 open = H carried_over\n2022-07 A 灭火器过期 open = H carried_over");
        var cancelled = new StateAnswer("c", At(rows, 0), SightingState.Cancelled, "2022-05", null);
        Assert.Equal(["New Open", "Repeated Cancelled", "Repeated Cancelled"], Told(Link(rows, states: [cancelled])));
        Assert.Equal(["New Open", "Repeated Cancelled", "CarriedOver Open"], Told(Link(rows, states: [cancelled, new StateAnswer("o", At(rows, 0), SightingState.Open, "2022-06", null)])));
    }

    [Fact]
    public void A_state_from_before_the_finding_holds_from_it_and_what_changes_nothing_says_so()
    {
        var rows = Read("2022-05 A 灭火器过期 open = H new");
        var linkage = Link(rows, states: [new StateAnswer("early", At(rows, 0), SightingState.Rectified, "2022-01", null), new StateAnswer("again", At(rows, 0), SightingState.Rectified, "2022-06", null)]);
        Assert.Equal([(AnswerOutcome.Applies, "2022-05"), (AnswerOutcome.NothingToDo, "2022-06")], linkage.Answers.Select(answer => (answer.Outcome, answer.Month)));
    }

    [Fact]
    public void A_category_decided_for_one_row_holds_for_all_rows_of_the_hazard()
    {
        var rows = Read("2022-05 A [甲] 灭火器过期 open = H new\n2022-06 A [甲] 灭火器已过期 rectified = H carried_over\n2022-07 A [乙] 水带缺失 open = N new");
        Assert.Equal(SightingRelation.New, Link(rows).Sightings[2].Relation);
        var linkage = Link(rows, categories: [new CategoryAnswer("d", At(rows, 0), "乙")]);
        Assert.Equal([SightingRelation.New, SightingRelation.CarriedOver, SightingRelation.Recurrent], linkage.Sightings.Select(link => link.Relation));
    }
}
