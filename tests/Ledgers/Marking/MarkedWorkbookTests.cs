using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests.Marking;

public class MarkedWorkbookTests
{
    private static readonly string[] Header = ["序号", "单位名称", "单位地址", "单位负责人", "联系电话", "责任单位", "责任人", "问题隐患", "整改措施及情况", "整改时限", "备注"];

    public static XlsxBuilder Ledger(params string[][] rows) =>
        new XlsxBuilder().Sheet("6月", [["应急办2022年6月安全隐患台账"], Header, .. rows]);

    [Fact]
    public void Looks()
    {
        var back = HandedBack.Of(Ledger(["1", "青竹餐馆", "横街1号", "张某", "13800138000", "应急办", "", "灭火器过期", "已整改", "2022.6.31"], ["2", "", "", "", "", "", "", "通道堵塞", "整改中", "6月30日"]).Bytes(), "台账.xlsx");
        File.WriteAllBytes("/tmp/h2out/a.xlsx", back.Copy);
        Assert.Empty(HandedBack.Faults(back.Copy, false));
        back.MeansTheSame();
    }
}
