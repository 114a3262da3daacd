using SafetyAnalytics.Learning.Risk.Examples;

namespace SafetyAnalytics.Learning.Tests.Risk;

/// <summary>What remarks say of places: only what many units share, and what is said of a place again, is a trait.</summary>
public sealed class TraitTests
{
    private const int Day = Town.FirstDay + 299;

    [Fact]
    public void A_trait_of_many_units_moves_what_is_expected_of_them()
    {
        var features = Features(Town.Described(Town.Of(60, 300)), PairFeature.TraitsCategory);
        Assert.Contains(features, value => value > 0.1);
        Assert.Contains(features, value => value < -0.1);
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void Twenty_units_must_share_it(int units, bool isTrait) => Assert.Equal(isTrait, IsTrait((visit, _) => visit.Unit < units));

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Two_months_must_say_it(int months, bool isTrait) => Assert.Equal(isTrait, IsTrait((_, month) => month < months));

    [Fact]
    public void What_changes_from_month_to_month_tells_of_the_visit() => Assert.False(IsTrait((visit, month) => (visit.Unit + month) % 2 == 0, otherwise: true));

    /// <param name="says">Whether the ledger of a month says it of the unit visited.</param>
    /// <param name="otherwise">It says something else when it does not say that.</param>
    private static bool IsTrait(Func<UnitVisit, int, bool> says, bool otherwise = false)
    {
        var town = Town.Of(80, 300, gap: 25);
        var traits = town.Visits
            .Select(visit => (Month: (visit.Day - Town.FirstDay) / 30, Visit: visit))
            .DistinctBy(told => (told.Month, told.Visit.Unit))
            .Where(told => otherwise || says(told.Visit, told.Month))
            .Select(told => new UnitTrait(told.Visit.Unit, Town.FirstDay + (told.Month * 30) + 29, says(told.Visit, told.Month) ? 0 : 1))
            .OrderBy(trait => trait.Day).ThenBy(trait => trait.Unit);
        return Features(town with { TraitNames = ["甲", "乙"], Traits = [.. traits] }, PairFeature.TraitsCategory).Any(value => value != 0);
    }

    private static List<float> Features(RiskHistory history, PairFeature feature)
    {
        var pairs = new ExampleMaker(history, 90).At(Day).Pairs;
        return [.. Enumerable.Range(0, pairs.Count).Select(row => pairs.Features(row)[(int)feature])];
    }
}
