using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Reading;

public class PlainLedgers
{
    [Fact]
    public void One_row_says_everything_a_row_can_say()
    {
        var reading = Ledger.Read(
            "磁器口街道安全生产大检查台账\n填报单位：应急办　填报时间：2022年6月30日\n" + Ledger.Header + "\n"
            + "1|青竹餐馆|横街1号|某甲|13800138000|应急办、产业办（经发办）|某乙|1.灭火器过期2具；2.通道堵塞|1.已更换；2.整改中|6月30日前|2022-06-08检查，重大隐患",
            "6月.xlsx");

        var part = Assert.Single(reading.Parts);
        Assert.Equal((new LedgerMonth(2022, 6), "应急办", true, null, 3), (part.Month!.Value, part.Submitter!, part.SubmitterIsKnown, part.Reason, part.HeaderRow!.Value));
        Assert.Equal(new DateOnly(2022, 6, 30), part.FilledOn);
        Assert.Equal(["title", "title", "header", null], reading.Rows.Select(row => row.Reason));
        Assert.Equal((RowKind.Hazard, "青竹餐馆", "横街1号"), (reading.Rows[3].Kind, reading.Rows[3].UnitName!, reading.Rows[3].UnitAddress!));
        Assert.Equal(["灭火器过期2具", "通道堵塞"], reading.Items.Select(item => item.HazardText));
        Assert.Equal([HazardStatus.Rectified, HazardStatus.InProgress], reading.Items.Select(item => item.Status));
        var first = reading.Items[0];
        Assert.Equal(new Deadline(DueKind.Date, new DateOnly(2022, 6, 30), null, DatePrecision.Day), first.Due);
        Assert.Equal(new DateOnly(2022, 6, 8), first.FoundOn);
        Assert.Equal(["应急办", "经发办"], first.Departments);
        Assert.Equal("重大", first.Level);
        Assert.True(first.HasPhone);
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void Every_row_of_the_file_is_in_the_reading()
    {
        var reading = Ledger.Read("\n标题\n\n" + Ledger.Header + "\n1|青竹餐馆|||||||通道堵塞\n\n2\n合计|1");
        Assert.Equal(Enumerable.Range(1, 8), reading.Rows.Select(row => row.RowNumber));
        Assert.Equal(["blank", "title", "blank", "header"], reading.Rows.Take(4).Select(row => row.Reason));
    }
}
