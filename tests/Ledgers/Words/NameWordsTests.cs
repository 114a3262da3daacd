using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Words;

/// <summary>What titles, sheet names and file names say: months (a day's month among them), senders, revision.</summary>
public class NameWordsTests
{
    [Theory]
    [InlineData("应急办2022年6月台账", "2022-06", "应急办", 0)]
    [InlineData("磁器口社区6月份隐患排查台账（2022）", "6月 2022年", "磁器口社区", 0)]
    [InlineData("2022-06", "2022-06", "", 0)]
    [InlineData("应急办2022-6月", "2022-06", "应急办", 0)]
    [InlineData("应急办台账2022 6月", "2022-06", "应急办", 0)]
    [InlineData("202206", "2022-06", "", 0)]
    [InlineData("应急办202206", "2022-06", "应急办", 0)]
    [InlineData("22年6月", "2022-06", "", 0)]
    [InlineData("2022.6", "2022-06", "", 0)]
    [InlineData("应急办2022.6台账", "2022-06", "应急办", 0)]
    [InlineData("6月", "6月", "", 0)]
    [InlineData("2022年5-6月", "2022年", "", 0)]
    [InlineData("1—6月", "", "", 0)]
    [InlineData("2022年1-6月台账", "2022年", "", 0)]
    [InlineData("应急办20220630", "2022-06-30", "应急办", 0)]
    [InlineData("2022.6.30", "2022-06-30", "", 0)]
    [InlineData("应急办6月30日台账", "6月30日", "应急办", 0)]
    [InlineData("应急办2022年6月台账(最终版2)", "2022-06", "应急办", 2)]
    [InlineData("应急办2022年6月台账（更正）", "2022-06", "应急办", 1)]
    [InlineData("应急办2022年6月台账(2)", "2022-06", "应急办", 2)]
    [InlineData("应急办2022年6月台账v3", "2022-06", "应急办", 3)]
    [InlineData("2022年6月1日-6月30日", "2022-06", "", 0)]
    [InlineData("二〇二二年六月", "2022-06", "", 0)]
    [InlineData("磁街办发〔2022〕21号", "", "", 0)]
    [InlineData("2022年安全生产大检查台账", "2022年", "", 0)]
    [InlineData("2022年“安全生产月”6月台账", "6月 2022年", "", 0)]
    [InlineData("产业办（经发办）2022年6月", "2022-06", "经发办", 0)]
    [InlineData("2022年度6月", "2022-06", "", 0)]
    [InlineData("5月和6月", "", "", 0)]
    [InlineData("2022年6月份", "2022-06", "", 0)]
    [InlineData("2022_06", "2022-06", "", 0)]
    [InlineData("2022年12月", "2022-12", "", 0)]
    [InlineData("附件3", "", "", 0)]
    [InlineData("Sheet1", "", "", 0)]
    [InlineData("台账2022", "2022年", "", 0)]
    [InlineData("应急办、磁器口社区2022-06", "2022-06", "磁器口社区,应急办", 0)]
    [InlineData("规建办6月", "6月", "建设办", 0)]
    [InlineData("2022-06(2)", "2022-06", "", 2)]
    [InlineData("2022年6月台账 副本", "2022-06", "", 0)]
    [InlineData("应急办_2022-06-30_台账", "2022-06-30", "应急办", 0)]
    [InlineData("2022年第二季度", "2022年", "", 0)]
    [InlineData("6月表", "6月", "", 0)]
    public void A_name_says(string name, string months, string senders, int revision)
    {
        Assert.Equal(months, string.Join(' ', MonthWords.Read(name)));
        Assert.Equal(senders, string.Join(',', SeedFiles.Lexicon.Senders.FindIn(name)));
        Assert.Equal(revision, RevisionWords.Read(name));
    }
}
