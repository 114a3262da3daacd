namespace SafetyAnalytics.Warehouse.Tests.Building;

/// <summary>The number that hazards are sorted by is the order of their units' names.</summary>
public sealed class UnitOrders
{
    [Fact]
    public void Sorted_by_number_is_sorted_by_pinyin()
    {
        using var given = new GivenLedgers("file month sender row unit hazard relation status found level category remark\n" + string.Join('\n',
            new[] { "张记面馆", "阿福超市", "李家茶楼", "ABC网吧", "赵氏药房", "张记面馆", "白云旅社" }.Select((unit, i) => $"f 2022-05 应急办 {i + 1} {unit} H{i} new ordered - - 灭火器材 -")));
        given.Expect("select count(distinct unit_order) from mart_hazard", "6");
        given.Expect(
            "select list(unit_name order by unit_order, hazard_key) = list(unit_name order by unit_name collate zh, unit_key, hazard_key) from mart_hazard", "yes");
    }
}
