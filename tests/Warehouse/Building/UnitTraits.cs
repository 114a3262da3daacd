namespace SafetyAnalytics.Warehouse.Tests.Building;

/// <summary>What many units share in their remarks becomes a trait; what few do never leaves the build.</summary>
public sealed class UnitTraits
{
    [Fact]
    public void Twenty_units_and_two_months_make_a_trait_without_its_words()
    {
        using var given = new GivenLedgers(Lines((unit, month) => unit switch
        {
            0 => "餐饮；独一份",
            < 19 => "餐饮；十九家",
            19 => "餐饮；" + (month == 5 ? "只在五月" : "-"),
            _ => "-",
        }));
        given.Expect("select count(*), count(distinct unit_key), count(distinct trait) from fct_unit_trait", "40 20 1");
        given.Expect("select distinct trait = left(md5('餐饮'), 12) from fct_unit_trait", "yes");
    }

    [Theory]
    [InlineData(19, 2)]
    [InlineData(30, 1)]
    public void Fewer_units_or_months_make_none(int units, int months)
    {
        using var given = new GivenLedgers(Lines((unit, month) => unit < units && month < 5 + months ? "餐饮" : "-"));
        given.Expect("select count(*) from fct_unit_trait", "0");
    }

    private static string Lines(Func<int, int, string> remark) => "file month sender row unit hazard relation status found level category remark\n" + string.Join('\n',
        from month in new[] { 5, 6 }
        from unit in Enumerable.Range(0, 30)
        select $"f{month} 2022-{month:D2} 应急办 {unit + 1} 店{unit} H{unit} {(month == 5 ? "new" : "carried_over")} ordered - - 灭火器材 {remark(unit, month)}");
}
