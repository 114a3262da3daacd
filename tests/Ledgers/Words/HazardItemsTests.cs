using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Words;

/// <summary>Cases D39 and D40: what is a list of hazards, and what only looks like one.</summary>
public class HazardItemsTests
{
    [Theory]
    [InlineData("1.灭火器过期；2.通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("1、灭火器过期；2、通道堵塞。", "灭火器过期", "通道堵塞。")]
    [InlineData("①灭火器过期②通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("（1）灭火器过期；（2）通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("(1)灭火器过期 (2)通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("1）灭火器过期；2）通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("一是灭火器过期；二是通道堵塞；三是无应急灯", "灭火器过期", "通道堵塞", "无应急灯")]
    [InlineData("一、灭火器过期；二、通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("1.灭火器过期2.通道堵塞3.应急灯损坏", "灭火器过期", "通道堵塞", "应急灯损坏")]
    [InlineData("1.灭火器过期\n2.通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("１．灭火器过期；２．通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("围栏高度不足1.5米", "围栏高度不足1.5米")]
    [InlineData("1.5米围栏缺失，2.5米处破损", "1.5米围栏缺失，2.5米处破损")]
    [InlineData("2022.6.30检查发现灭火器过期", "2022.6.30检查发现灭火器过期")]
    [InlineData("罚款3.2万元", "罚款3.2万元")]
    [InlineData("1-2层通道堵塞", "1-2层通道堵塞")]
    [InlineData("1-1灭火器过期 1-2通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("1-1、灭火器过期；1-2、通道堵塞；2-1、电线老化", "灭火器过期", "通道堵塞", "电线老化")]
    [InlineData("1、2号楼消火栓无水", "1、2号楼消火栓无水")]
    [InlineData("1号楼灭火器过期；2号楼通道堵塞", "1号楼灭火器过期；2号楼通道堵塞")]
    [InlineData("1.灭火器过期", "灭火器过期")]
    [InlineData("32. FOOD AND NON-FOOD CONTACT SURFACES", "FOOD AND NON-FOOD CONTACT SURFACES")]
    [InlineData("灭火器过期；通道堵塞", "灭火器过期；通道堵塞")]
    [InlineData("灭火器过期\n通道堵塞", "灭火器过期\n通道堵塞")]
    [InlineData("存在以下问题：1.灭火器过期；2.通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("经检查发现存在隐患2处：1.灭火器过期；2.通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("厨房：1.灭火器过期；2.燃气软管老化", "厨房：灭火器过期", "厨房：燃气软管老化")]
    [InlineData("1.消防方面：（1）灭火器过期；（2）通道堵塞；2.用电：线路老化", "消防方面：灭火器过期", "消防方面：通道堵塞", "用电：线路老化")]
    [InlineData("一、消防：1.灭火器过期2.通道堵塞；二、用电：1.线路老化", "消防：灭火器过期", "消防：通道堵塞", "用电：线路老化")]
    [InlineData("1.灭火器过期2具；2.3楼通道堵塞", "灭火器过期2具", "3楼通道堵塞")]
    [InlineData("1.配电箱2、3号回路老化；2.通道堵塞", "配电箱2、3号回路老化", "通道堵塞")]
    [InlineData("1 灭火器过期 2 通道堵塞", "1 灭火器过期 2 通道堵塞")]
    [InlineData("- 灭火器过期\n- 通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("3.灭火器过期；4.通道堵塞", "灭火器过期；4.通道堵塞")]
    [InlineData("1.灭火器过期；3.通道堵塞", "灭火器过期；3.通道堵塞")]
    [InlineData("⑴灭火器过期⑵通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("⒈灭火器过期⒉通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("第一，灭火器过期；第二，通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("问题1：灭火器过期；问题2：通道堵塞", "问题1：灭火器过期；问题2：通道堵塞")]
    [InlineData("1.疏散通道堵塞，宽度不足1.1米；2.灭火器压力不足，共2.3公斤", "疏散通道堵塞，宽度不足1.1米", "灭火器压力不足，共2.3公斤")]
    [InlineData("灭火器过期（2具）", "灭火器过期（2具）")]
    [InlineData("1.灭火器过期。", "灭火器过期。")]
    [InlineData("1.", "1.")]
    [InlineData("灭火器2具过期，1.2米护栏缺失", "灭火器2具过期，1.2米护栏缺失")]
    [InlineData("1：灭火器过期 2：通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("未设置1.安全出口标志；2.应急灯", "未设置1.安全出口标志；2.应急灯")]
    [InlineData("1 灭火器过期\n2 通道堵塞", "灭火器过期", "通道堵塞")]
    [InlineData("1.2米护栏缺失；2.3米处破损", "1.2米护栏缺失；2.3米处破损")]
    public void A_cell_holds(string text, params string[] items) => Assert.Equal(items, HazardItems.Split(text));

    [Theory]
    [InlineData("1.6月10日前；2.6月30日前", "6月10日前", "6月30日前")]
    [InlineData("1、立即整改；2、6月30日", "立即整改", "6月30日")]
    [InlineData("6.10", "6.10")]
    public void A_deadline_cell_holds(string text, params string[] items) => Assert.Equal(items, HazardItems.SplitDeadline(text));

    [Fact]
    public void A_blank_cell_holds_nothing() => Assert.Empty(HazardItems.Split("　 "));
}
