using Microsoft.Playwright;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Web.Tests.Reports;

namespace SafetyAnalytics.Web.Tests.Requirements;

/// <summary>The plan's requirements, and the checks of the data: two pages that only a real build fills.</summary>
public sealed class RequirementsPageTests(ReportsSite reports, Chromium chromium)
{
    [Fact]
    public async Task A_department_sees_its_requirements_and_which_are_late()
    {
        var all = await reports.Site.GetAsync("/requirements?month=2022-06&department=" + Uri.EscapeDataString("应急办"));
        Assert.Contains("“五有”责任制", all, StringComparison.Ordinal);
        Assert.Contains("data-late=\"true\"", all, StringComparison.Ordinal);
        Assert.DoesNotContain("<td class=\"keep\">经发办</td>", all, StringComparison.Ordinal);
        var late = await reports.Site.GetAsync("/requirements?month=2022-06&only=late");
        Assert.InRange(Count(late, "data-late=\"true\""), 1, Count(await reports.Site.GetAsync("/requirements?month=2022-06"), "data-state=") - 1);
        Assert.Equal(Count(late, "data-state="), Count(late, "data-late=\"true\""));
    }

    [Fact]
    public async Task Progress_told_on_the_page_is_a_decision_with_its_evidence()
    {
        await using var visit = await chromium.OpenAsync(reports.Site, "/requirements?month=2022-06&department=%E5%BA%94%E6%80%A5%E5%8A%9E&tell=1&by=%E5%BA%94%E6%80%A5%E5%8A%9E");
        var form = (await visit.InteractiveAsync()).Page.GetByTestId("settle-progress");
        await form.Locator("select[name=state]").SelectOptionAsync("in_progress");
        await form.Locator("input[name=evidence]").FillAsync("会议纪要");
        await form.Locator("input[name=who]").FillAsync("某甲");
        await form.Locator("input[name=who]").BlurAsync();
        await form.Locator("input[name=why]").FillAsync("六月例会");
        await form.Locator("button").ClickAsync();
        await Assertions.Expect(form.Locator("[role=status]")).ToHaveTextAsync("已记下；预览和数字正在重新计算。");
        var decided = Assert.Single(reports.Site.Decided, decision => decision.Kind == DecisionKind.Progress);
        Assert.Equal(("in_progress", "1", "应急办", "2022-06", "会议纪要"), (decided.Value, decided.Detail.Subject, decided.Detail.Department, decided.Detail.Month, decided.Detail.Evidence));
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("zh-CN", "没有可核对内容")]
    [InlineData("en-US", "with nothing to judge")]
    public async Task The_checks_are_listed_with_what_they_found(string culture, string word)
    {
        var page = await reports.Site.GetAsync("/checks?culture=" + culture);
        Assert.Contains("stock_identity", page, StringComparison.Ordinal);
        Assert.Contains(word, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/requirements?month=2022-06&tell=1&by=%E5%BA%94%E6%80%A5%E5%8A%9E", 1366)]
    [InlineData("/requirements?month=2022-06&culture=en-US", 390)]
    [InlineData("/checks", 390)]
    public async Task Axe_finds_nothing(string path, int width)
    {
        await using var visit = await chromium.OpenAsync(reports.Site, path, width);
        await visit.InteractiveAsync();
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        Assert.Empty(await visit.Page.BreachesAsync());
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
