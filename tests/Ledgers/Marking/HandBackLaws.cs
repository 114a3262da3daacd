using CsCheck;
using SafetyAnalytics.Ledgers.Tests.Building;
using SafetyAnalytics.Ledgers.Tests.Reading;

namespace SafetyAnalytics.Ledgers.Tests.Marking;

/// <summary>What holds for every file handed back.</summary>
public class HandBackLaws
{
    private static readonly string[] Lines =
    [
        "", Ledger.Header, Ledger.Header, "应急办2022年6月台账", "填报单位：应急办||||填报时间：2022年6月30日", "1|青竹餐馆|横街1号|某甲|13800138000|应急办||灭火器过期|已整改|6月30日|", "2|同上||||||1.通道堵塞；2.应急灯损坏|已整改|2022.6.31",
        "3|青竹超市||||||无", "|||||||，共2具", "|||||||通道堵塞|已整改", "4|青竹客栈", "合计|3", "填表人：某甲||审核人：某乙", "一、消防领域", "本月无隐患", "磁器口社区2022年5月台账", "序号|问题隐患|整改措施|整改时限", "姓名|电话", "#REF!|#N/A", "=1+1|@甲|b<&|_x0041_",
    ];

    private static readonly Gen<string[][][]> Tables = Gen.Int[0, Lines.Length - 1].Select(i => Lines[i].Split('|')).Array[1, 10].Array[1, 3];

    [Fact]
    public void A_workbook_means_the_same_once_and_twice() =>
        Tables.Sample(
            tables =>
            {
                var builder = new XlsxBuilder();
                for (var i = 0; i < tables.Length; i++) builder.Sheet($"表{i + 1}", tables[i], i > 0 && tables[i].Length % 4 == 0 ? "hidden" : "visible");
                Holds(HandedBack.Of(builder.Bytes(), "台账.xlsx"), "台账.xlsx");
            },
            iter: 60);

    [Fact]
    public void A_document_means_the_same_once_and_twice() =>
        Tables.Sample(
            tables =>
            {
                var builder = new DocxBuilder().Paragraph("2022年6月台账");
                foreach (var table in tables) builder.Table(table).Paragraph("下一张");
                Holds(HandedBack.Of(builder.Bytes(), "台账.docx"), "台账.docx");
            },
            iter: 60);

    /// <summary>Every problem that has a cell has a mark, and nothing else changes.</summary>
    private static void Holds(HandedBack back, string name)
    {
        Assert.Equal(name, back.CopyName);
        back.MeansTheSame();
        var again = back.Again();
        again.MeansTheSame();
        Assert.Equal(back.Problems.Select(problem => (problem.Code, problem.Cell, problem.Waits)), again.Problems.Select(problem => (problem.Code, problem.Cell, problem.Waits)));
        Assert.All(back.Reading.Rows.Where(row => row.Kind == SafetyAnalytics.Ledgers.Reading.RowKind.Waiting && row.PartNumber is { } part && back.Reading.Parts[part - 1].Reasons.Count == 0), row =>
            Assert.Contains(back.Problems, problem => problem.Waits && problem.Code == row.Reason && problem.SheetNumber == row.SheetNumber));
        Assert.Empty(back.Reading.Warnings.Except(back.Problems.Select(problem => problem.Code)));
    }
}
