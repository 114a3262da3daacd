using CsCheck;

namespace SafetyAnalytics.Linking.Tests;

public class HazardLinkerLaws
{
    private static readonly Gen<Sighting> OneSighting = Gen.Select(
        Gen.OneOf("U1", "U2"),
        Gen.OneOf(null, "消防器材", "电气线路"),
        Gen.Int[1, 12],
        Gen.OneOf("应急办", "某社区"),
        Gen.OneOf("灭火器过期2具", "2具灭火器已过期", "灭火器过期3具", "应急灯损坏", "线路老化", "一楼通道堵塞", "三楼通道堵塞", "未整改", ""),
        Gen.Enum<SightingState>(),
        Gen.Select(Gen.Int[0, 40].Nullable(), Gen.Int[0, 40].Nullable(), (found, closed) => (found, closed)),
        (unit, category, month, sender, text, state, days) =>
        {
            var first = new DateOnly(2022, month, 1);
            DateOnly? closedOn = days.closed is { } c ? first.AddDays(c - 5) : null;
            return new Sighting(
                unit, category, FormattableString.Invariant($"2022-{month:00}"), sender, new SightingPosition("f", "表1", 0, 1), text, state,
                days.found is { } f ? first.AddDays(f - 10) : null,
                state == SightingState.Rectified ? closedOn : null,
                state == SightingState.Verified ? closedOn : null);
        });

    private static readonly Gen<Sighting[]> Ledgers = OneSighting.Array[0, 40]
        .Select(all => all.Select((s, row) => s with { Position = new SightingPosition(s.Month + s.Submitter, "表1", row, 1) }).ToArray());

    private static readonly Gen<string> Words = Gen.OneOf("灭火器", "过期", "损坏", "应急灯", "一楼", "三楼", "厨房", "2具", "未", "未整改", "通道", "杂物", "exit", "sign", "broken", "not", "floor 2", "、", "某", "物")
        .Array[0, 7].Select(words => string.Join("", words));

    private static readonly Gen<string> Texts = Gen.OneOf(Words, Gen.String, OneSighting.Select(s => s.Text));

    [Fact]
    public void Order_of_input_does_not_matter() => Gen.Select(Ledgers, Gen.Int[0, 1_000_000]).Sample((sightings, seed) =>
    {
        var shuffled = sightings.ToArray();
        new Random(seed).Shuffle(shuffled);
        var a = new HazardLinker().Link(sightings).ToDictionary(l => l.Sighting);
        var b = new HazardLinker().Link(shuffled).ToDictionary(l => l.Sighting);
        return a.Count == b.Count && a.All(one => one.Value == b[one.Key]);
    });

    [Fact]
    public void Each_sighting_is_linked_once_in_its_place() => Ledgers.Sample(sightings =>
        new HazardLinker().Link(sightings).Select(l => l.Sighting).SequenceEqual(sightings));

    [Fact]
    public void A_hazard_has_one_unit_one_birth_and_steps_without_gaps() => Ledgers.Sample(sightings =>
        Lives(sightings).All(life =>
            life.Select(l => l.Sighting.UnitKey).Distinct().Count() == 1
            && life.Select(l => l.Step).SequenceEqual(Enumerable.Range(1, life.Count))
            && life.Count(l => l.Relation is SightingRelation.New or SightingRelation.Recurrent) == 1
            && life[0].Relation is SightingRelation.New or SightingRelation.Recurrent));

    [Fact]
    public void Reopening_and_repeating_a_closing_need_a_closing_before() => Ledgers.Sample(sightings =>
        Lives(sightings).All(life => life.Index().All(l =>
            l.Item.Relation != SightingRelation.Reopened || life.Take(l.Index).Any(before => before.StateAfter > SightingState.Open))));

    [Fact]
    public void A_closed_hazard_opens_only_by_reopening() => Ledgers.Sample(sightings =>
        Lives(sightings).All(life => life.Zip(life.Skip(1)).All(step =>
            step.First.StateAfter <= SightingState.Open || step.Second.StateAfter > SightingState.Open || step.Second.Relation == SightingRelation.Reopened)));

    [Fact]
    public void A_repeated_row_never_closes() => Ledgers.Sample(sightings =>
        Lives(sightings).All(life => life.Zip(life.Skip(1)).All(step =>
            step.Second.Relation != SightingRelation.Repeated || step.First.StateAfter > SightingState.Open == step.Second.StateAfter > SightingState.Open)));

    [Fact]
    public void A_recurrence_follows_a_hazard_of_its_unit_that_was_closed_and_no_other_sighting_does() => Ledgers.Sample(sightings =>
    {
        var links = new HazardLinker().Link(sightings);
        return links.All(l => l.Relation == SightingRelation.Recurrent
            ? links.Any(of => of.HazardKey == l.RecurrenceOf && of.HazardKey != l.HazardKey && of.Sighting.UnitKey == l.Sighting.UnitKey && of.StateAfter is SightingState.Rectified or SightingState.Verified)
            : l.RecurrenceOf is null);
    });

    [Fact]
    public void Other_units_do_not_matter() => Ledgers.Sample(sightings =>
    {
        var all = new HazardLinker().Link(sightings).Where(l => l.Sighting.UnitKey == "U1");
        var alone = new HazardLinker().Link([.. sightings.Where(s => s.UnitKey == "U1")]);
        return all.SequenceEqual(alone);
    });

    [Fact]
    public void Similarity_is_symmetric_within_bounds_and_one_for_the_same() =>
        Gen.Select(Texts, Texts).Sample((a, b) =>
        {
            var similarity = HazardText.Similarity(a, b);
            return similarity is >= 0 and <= 1 && similarity.Equals(HazardText.Similarity(b, a)) && HazardText.Similarity(a, a).Equals(1.0);
        });

    [Fact]
    public void The_cheap_bound_never_hides_a_likeness() =>
        Gen.Select(Texts, Texts).Sample((a, b) => TextProfile.Of(a).AtMost(TextProfile.Of(b)) >= TextProfile.Of(a).Similarity(TextProfile.Of(b)));

    private static IEnumerable<List<LinkedSighting>> Lives(Sighting[] sightings) =>
        new HazardLinker().Link(sightings).GroupBy(l => l.HazardKey).Select(life => life.OrderBy(l => l.Step).ToList());
}
