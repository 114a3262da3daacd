using Microsoft.Playwright;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Submissions;

namespace SafetyAnalytics.Web.Tests.Submissions;

public sealed class SubmissionsPageTests(LookingSite looking, Chromium chromium)
{
    [Fact]
    public async Task The_wall_says_each_state_in_a_word_and_a_shape_and_leads_to_the_ledger()
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/submissions");
        await visit.InteractiveAsync();
        var wall = visit.Page.GetByTestId("wall");
        await Assertions.Expect(wall.Locator("h2")).ToHaveTextAsync("2023年5月至2024年4月报送情况");
        foreach (var (sender, month, word, shape) in new[] { ("磁器口社区", "2024-04", "按时", "●"), ("金沙社区", "2024-04", "迟报", "◐"), ("经发办", "2024-04", "零报告", "○"), ("应急办", "2024-03", "更正", "◆"), ("建设办", "2024-04", "待处理", "…"), ("双碑社区", "2024-04", "漏报", "✗") })
        {
            var cell = wall.Locator($"a[href$='submitter={Uri.EscapeDataString(sender)}&month={month}']");
            await Assertions.Expect(cell).ToContainTextAsync(word);
            await Assertions.Expect(cell.Locator(".shape")).ToHaveTextAsync(shape);
        }

        await Assertions.Expect(wall.Locator("tbody tr", new() { HasTextString = "建设办" }).Locator("td").First).ToBeEmptyAsync();
        await Assertions.Expect(wall.Locator("tfoot tr[data-state=Missing] td").Last).ToHaveTextAsync("1");
        await wall.Locator($"a[href$='submitter={Uri.EscapeDataString("双碑社区")}&month=2024-04']").ClickAsync();
        await Assertions.Expect(visit.Page.GetByTestId("ledger-state")).ToContainTextAsync("漏报");
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("漏报不等于没有隐患");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Months_stand_in_the_address_and_can_be_turned_over()
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/submissions?from=2023-01&to=2023-03");
        await visit.InteractiveAsync();
        await Assertions.Expect(visit.Page.Locator(".wall thead th")).ToHaveCountAsync(4);
        await visit.Page.Locator(".wall-head a[rel=prev]").ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(Pattern.Of("from=2022-01&to=2022-12"));
        await Assertions.Expect(visit.Page.Locator(".wall thead th")).ToHaveCountAsync(13);
    }

    [Fact]
    public async Task On_a_phone_the_wall_opens_at_its_newest_month()
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/submissions", width: 390);
        await visit.InteractiveAsync();
        var box = await visit.Page.EvaluateAsync<double[]>("(() => { const wall = document.querySelector('.wall-scroll').getBoundingClientRect(); const last = document.querySelector('.wall thead th:last-child').getBoundingClientRect(); return [wall.left, last.left, last.right, wall.right]; })()");
        Assert.True(box[0] < box[1] && box[2] <= box[3] + 1, $"the newest month stands at {box[1]:F0}–{box[2]:F0} of {box[0]:F0}–{box[3]:F0}");
    }

    [Fact]
    public async Task A_ledger_shows_its_files_their_rows_and_problems()
    {
        var page = await looking.Site.GetAsync($"/submissions/ledger?submitter={Uri.EscapeDataString("建设办")}&month=2024-04");
        Assert.Contains("待处理", page, StringComparison.Ordinal);
        Assert.Contains("台账3.xlsx", page, StringComparison.Ordinal);
        Assert.Contains("时限的文字无法识别。", page, StringComparison.Ordinal);
        Assert.Contains("已被更正", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "3 个文件有 3 处待处理")]
    [InlineData("?show=all", "4 个文件有问题，其中 3 处待处理")]
    [InlineData("?show=all&code=due_unreadable&submitter=%E5%BB%BA%E8%AE%BE%E5%8A%9E", "1 个文件有问题，其中 0 处待处理")]
    [InlineData("?month=1999-13", "month=1999-13")]
    public async Task What_waits_is_listed_by_file_and_filtered_by_the_address(string query, string expected) =>
        Assert.Contains(expected, await looking.Site.GetAsync("/submissions/waiting" + query), StringComparison.Ordinal);

    [Fact]
    public async Task The_list_of_what_waits_is_a_csv_no_spreadsheet_takes_for_formulas()
    {
        using var answer = await looking.Site.Client.GetAsync(new Uri("/submissions/waiting.csv?show=all", UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(13, text.TrimEnd().Split('\n').Length);
        Assert.Contains("'=cmd()", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd()", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain.xlsx", "安全隐患台账模板.xlsx")]
    [InlineData("plain.docx", "安全隐患台账模板.docx")]
    [InlineData("extended.xlsx", "安全隐患台账模板（扩展）.xlsx")]
    [InlineData("extended.docx", "安全隐患台账模板（扩展）.docx")]
    public async Task Everybody_can_download_an_empty_ledger(string address, string name)
    {
        using var answer = await looking.Site.Client.GetAsync(new Uri("/submissions/templates/" + address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(name, answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..2]));
    }

    [Theory]
    [InlineData("templates/other.xlsx")]
    [InlineData("templates/plain.pdf")]
    [InlineData("hand-back/nothing")]
    [InlineData("hand-back/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("hand-back.zip?submitter=nobody")]
    public async Task What_is_not_there_is_said_so(string address)
    {
        using var answer = await looking.Site.Client.GetAsync(new Uri("/submissions/" + address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/submissions", 1366)]
    [InlineData("/submissions?culture=en-US", 390)]
    [InlineData("/submissions/waiting?show=all", 390)]
    [InlineData("/submissions/words?seed=status_words&word=cmd", 1366)]
    [InlineData("/submissions/decisions", 1366)]
    [InlineData("/submissions/ledger?submitter=%E5%BB%BA%E8%AE%BE%E5%8A%9E&month=2024-04", 1366)]
    public async Task Axe_finds_nothing(string path, int width)
    {
        await using var visit = await chromium.OpenAsync(looking.Site, path, width);
        await visit.InteractiveAsync();
        await visit.Page.EvaluateAsync("document.querySelectorAll('[aria-expanded=false]').forEach(button => button.click())");
        await Assertions.Expect(visit.Page.Locator("[aria-expanded=false]")).ToHaveCountAsync(0);
        Assert.Empty(await visit.Page.BreachesAsync());
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("/submissions", 390)]
    [InlineData("/submissions", 1366)]
    [InlineData("/submissions", 1920)]
    [InlineData("/submissions?culture=en-US", 1366)]
    [InlineData("/submissions?culture=en-US", 1920)]
    [InlineData("/submissions/waiting?show=all&culture=en-US", 390)]
    [InlineData("/submissions/words", 390)]
    public async Task The_page_never_scrolls_sideways(string path, int width)
    {
        await using var visit = await chromium.OpenAsync(looking.Site, path, width);
        await visit.InteractiveAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1366)]
    public async Task The_words_of_a_column_never_squeeze_its_name_into_one_sign_a_line(int width)
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/submissions/words", width);
        await Assertions.Expect(visit.Page.Locator("table.words th")).Not.ToHaveCountAsync(0);
        Assert.True(await visit.Page.EvaluateAsync<bool>(
            "[...document.querySelectorAll('table.words th')].every(cell => { const text = document.createRange(); text.selectNodeContents(cell); return text.getClientRects().length === 1; })"));
    }

    [Fact]
    public async Task The_keyboard_reaches_a_cell_and_the_file_button()
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/submissions");
        await visit.InteractiveAsync();
        await visit.Page.Locator("[data-drop] input[name=who]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.Locator("[data-drop] input[type=file]").First).ToBeFocusedAsync();
        await visit.Page.Locator(".wall tbody a").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(Pattern.Of("submissions/ledger"));
    }

    [Theory]
    [InlineData(null, null, "2023-05", "2024-04")]
    [InlineData("2023-01", null, "2023-01", "2023-12")]
    [InlineData(null, "2023-06", "2022-07", "2023-06")]
    [InlineData("2024-01", "2023-01", "2023-01", "2024-01")]
    [InlineData("1900-01", "2024-04", "2019-05", "2024-04")]
    public void A_wall_without_limits_is_the_last_twelve_months(string? from, string? to, string first, string last)
    {
        var range = WallRange.Of(new Filter { From = Month(from), To = Month(to) }, ReportMonth.Parse("2022-05"), ReportMonth.Parse("2024-04"));
        Assert.Equal((first, last), (range.From.ToString(), range.To.ToString()));

        static ReportMonth? Month(string? text) => text is null ? null : ReportMonth.Parse(text);
    }
}
