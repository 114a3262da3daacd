using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Words;

/// <summary>Cases D34, D71–D73, D77: departments, clean visits, levels, whom a hazard was handed up to.</summary>
public class RowWordsTests
{
    [Theory]
    [InlineData("应急办、经发办", "应急办,经发办")]
    [InlineData("应急办、", "应急办")]
    [InlineData("经发办（产业办）", "经发办")]
    [InlineData("产业办(经发办)", "经发办")]
    [InlineData("负有安全监管职责科室", "应急办,经发办,建设办,市政办,民政办,文旅中心,文服中心,党建办")]
    [InlineData("负有安全监管职责的科室、党政办", "应急办,经发办,建设办,市政办,民政办,文旅中心,文服中心,党建办,党政办")]
    [InlineData("规建办", "建设办")]
    [InlineData("建设办（规建办）", "建设办")]
    [InlineData("应急办和经发办", "应急办,经发办")]
    [InlineData("街道应急办", "应急办")]
    [InlineData("磁器口街道办事处应急办", "应急办")]
    [InlineData("应急办（张某）", "应急办")]
    [InlineData("牵头单位：应急办；配合单位：建设办", "应急办,建设办")]
    [InlineData("应急办牵头，建设办配合", "应急办,建设办")]
    [InlineData("磁器口社区", "")]
    [InlineData("应急办/经发办", "应急办,经发办")]
    [InlineData("应急办 经发办", "应急办,经发办")]
    [InlineData("建设 办", "建设办")]
    [InlineData("青竹餐馆", "")]
    [InlineData("建设 办、应急办", "建设办,应急办")]
    [InlineData("应急办\n经发办", "应急办,经发办")]
    public void A_cell_names_departments(string cell, string departments) =>
        Assert.Equal(departments, string.Join(',', SeedFiles.Lexicon.Departments.Read(cell)));

    [Theory]
    [InlineData("无", true, true)]
    [InlineData("未发现隐患", true, true)]
    [InlineData("合格", true, false)]
    [InlineData("无隐患", true, true)]
    [InlineData("未发现安全隐患", true, true)]
    [InlineData("暂无", true, true)]
    [InlineData("无灭火器", false, false)]
    [InlineData("未发现灭火器", false, false)]
    [InlineData("检查合格", true, false)]
    [InlineData("经检查，未发现安全隐患", true, true)]
    [InlineData("未发现明显问题隐患", true, true)]
    [InlineData("本月无隐患", true, true)]
    [InlineData("零报告", false, true)]
    [InlineData("6月无隐患", true, true)]
    [InlineData("正常", true, false)]
    [InlineData("无证照", false, false)]
    [InlineData("无问题", true, true)]
    [InlineData("无消防隐患", true, true)]
    [InlineData("本月未排查出安全隐患。", true, true)]
    [InlineData("/", false, false)]
    [InlineData("无重大隐患", true, true)]
    [InlineData("该单位无安全隐患", true, false)]
    [InlineData("安全", true, false)]
    [InlineData("现场检查未发现隐患", true, false)]
    [InlineData("无安全出口", false, false)]
    [InlineData("磁器口社区本月无隐患", false, true)]
    [InlineData("应急办2022年6月无隐患，零报告", false, true)]
    [InlineData("无违规行为", true, false)]
    [InlineData("灭火器过期，无问题", false, false)]
    [InlineData("灭火器过期，未发现其他隐患", false, false)]
    [InlineData("磁器口社区无隐患", false, true)]
    [InlineData("2022年6月：无", false, false)]
    [InlineData("本月未发现安全隐患", true, true)]
    [InlineData("无消火栓问题", false, false)]
    [InlineData("经排查，本月未发现安全隐患，特此报告。", false, true)]
    public void Words_say_that_nothing_was_found(string words, bool isCleanVisit, bool isZeroReport) =>
        Assert.Equal((isCleanVisit, isZeroReport), (CleanVisitWords.IsCleanVisit(words), CleanVisitWords.IsZeroReport(words)));

    [Theory]
    [InlineData("已上报区住建委", "区住建委")]
    [InlineData("已移交城管", "城管")]
    [InlineData("已移交市场监管所处理", "市场监管所")]
    [InlineData("已报区应急局协调", "区应急局")]
    [InlineData("已整改", null)]
    public void A_hazard_was_handed_up_to(string words, string? body) => Assert.Equal(body, EscalationWords.Read(words));

    [Theory]
    [InlineData("重大火灾隐患", "重大")]
    [InlineData("一般隐患", "一般")]
    [InlineData("无重大隐患", "一般")]
    [InlineData("存在重大事故隐患", "重大")]
    [InlineData("重大危险源未备案", null)]
    public void A_text_names_a_level(string text, string? level) => Assert.Equal(level, LevelWords.FindIn(text));
}
