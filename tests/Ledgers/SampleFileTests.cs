using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests;

public class SampleFileTests
{
    private static IReadOnlyList<TakenSheet> Sample(string name) => Taking.Sheets(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", name)), name);

    [Fact]
    public void A_Word_file_by_LibreOffice()
    {
        var sheets = Sample("libreoffice.docx");
        Assert.Equal(["磁器口街道安全生产台账", "填报单位：应急办"], sheets[0].Heading);
        Assert.Equal(
            ["1| 序号 | 单位名称 | 整改责任 |  | 整改时限", "2|  |  | 责任单位 | 责任人 | x", "3| 1 | 某店 | 应急办 | 某甲 | 2022-06-30", "4| 2 |  | a⏎1.灭火器⏎2.通道 | 某乙 | 长期", "5| 3 |  | 合并三列", "Struck 6| 4 | 某厂"],
            sheets[0].Lines);
        Assert.Equal(
            [new CellMerge(1, 1, 2, 3), new CellMerge(1, 2, 0, 0), new CellMerge(1, 2, 1, 1), new CellMerge(3, 5, 1, 1), new CellMerge(5, 5, 2, 4)],
            sheets[0].Merges.OrderBy(merge => merge.FirstRow).ThenBy(merge => merge.LastRow).ThenBy(merge => merge.FirstColumn));
        Assert.Equal(["1| 内"], sheets[1].Lines);
    }

    [Fact]
    public void A_workbook_by_LibreOffice()
    {
        var sheet = Assert.Single(Sample("libreoffice.xlsx"));
        Assert.Equal(
            ["1| 磁器口街道安全生产台账", "2| 填报单位：应急办", "3| 序号 | 单位名称 | 整改责任 |  |  | 整改时限", "4|  |  | 责任单位 |  | 责任人 | x", "5| 1 | 某店 | 应急办 |  | 某甲 | 2022-06-30"],
            sheet.Lines.Take(5));
        Assert.Contains(new CellMerge(3, 4, 0, 0), sheet.Merges);
    }
}
