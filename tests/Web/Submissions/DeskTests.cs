using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SafetyAnalytics.Pipeline.Intake;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Warehouse.Tests.Reading;

namespace SafetyAnalytics.Web.Tests.Submissions;

/// <summary>A steward at the desk: a real browser, the real pipeline.</summary>
public sealed class DeskTests(Chromium chromium)
{
    private const string Header = "序号,单位名称,单位地址,单位负责人,联系电话,责任单位,责任人,问题隐患,整改措施及情况,整改时限,备注\n";
    private const string Mended = "1,示例餐馆,示例路1号,张某,13800138000,应急办,李某,灭火器压力不足,已更换,2022年6月20日,\n";
    private const string Open = "2,示例商店,示例路2号,王某,13900000000,应急办,李某,安全出口堆放杂物,正在整改,2022年7月10日,\n";
    private const string Blank = "3,示例仓库,示例路3号,王某,13900000000,应急办,李某,,正在整改,2022年7月10日,\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_chosen_previewed_accepted_and_only_then_counts()
    {
        await using var site = await Site.StartRealAsync(new PublishedFixture(empty: true));
        await using var visit = await chromium.OpenAsync(site, "/submissions");
        var page = (await visit.InteractiveAsync()).Page;
        await page.Locator("[data-drop] input[name=who]").FillAsync("某甲");
        await page.Locator("[data-drop] input[name=who]").BlurAsync();
        await page.Locator("[data-drop] input[type=file]").First.SetInputFilesAsync(Csv("应急办2022年6月台账.csv", Mended + Open));
        await ReadyAsync(page);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("某甲");
        await Assertions.Expect(page.GetByTestId("file-submitter")).ToHaveTextAsync("应急办");
        await Assertions.Expect(page.GetByTestId("file-month")).ToHaveTextAsync("2022年6月");
        await Assertions.Expect(page.GetByTestId("RowsLoaded")).ToHaveTextAsync("2");
        await Assertions.Expect(page.GetByTestId("change-new")).ToHaveTextAsync("2");
        await Assertions.Expect(page.GetByTestId("totals")).ToContainTextAsync("— → 2");
        Assert.False(File.Exists(Path.Combine(site.Published.Published, "CURRENT")));
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("RowsLoaded")).ToHaveTextAsync("2");
        await visit.InteractiveAsync();
        await AcceptAsync(page);
        await page.GotoAsync("/submissions");
        await Assertions.Expect(page.Locator(".wall tbody tr", new() { HasTextString = "应急办" })).ToContainTextAsync("迟报");
        await Assertions.Expect(page.Locator(".wall tbody tr", new() { HasTextString = "经发办" })).ToContainTextAsync("漏报");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Files_can_be_dropped_and_what_is_put_aside_never_counts()
    {
        await using var site = await Site.StartRealAsync(new PublishedFixture(empty: true));
        await using var visit = await chromium.OpenAsync(site, "/submissions");
        var page = (await visit.InteractiveAsync()).Page;
        var transfer = await page.EvaluateHandleAsync(
            "texts => { const data = new DataTransfer(); for (const [name, text] of texts) data.items.add(new File([text], name)); return data; }",
            new[] { new[] { "应急办2022年6月台账.csv", Header + Mended }, ["~$临时.xlsx", "x"], ["经发办2022年6月台账.csv", Header + Open] });
        await page.Locator("[data-drop]").DispatchEventAsync("drop", new { dataTransfer = transfer });
        await ReadyAsync(page);
        await Assertions.Expect(page.GetByTestId("file")).ToHaveCountAsync(2);
        await page.GetByTestId("discard").ClickAsync();
        await Assertions.Expect(page.GetByTestId("upload-state")).ToHaveAttributeAsync("data-state", "Discarded");
        Assert.False(Directory.Exists(Path.Combine(site.Published.Data, "landed")) && Directory.EnumerateFiles(Path.Combine(site.Published.Data, "landed")).Any());
    }

    [Fact]
    public async Task A_month_settled_on_the_preview_makes_the_file_count_and_the_decision_can_be_undone()
    {
        await using var site = await Site.StartRealAsync(new PublishedFixture(empty: true));
        await using var visit = await chromium.OpenAsync(site, "/submissions");
        var page = (await visit.InteractiveAsync()).Page;
        await page.Locator("[data-drop] input[type=file]").First.SetInputFilesAsync(Csv("经发办台账.csv", Mended));
        await ReadyAsync(page);
        await Assertions.Expect(page.GetByTestId("file-month")).ToHaveTextAsync("未确定");
        await page.GetByTestId("settle-file").ClickAsync();
        var form = page.GetByTestId("settle-month");
        await form.Locator("input[name=month]").FillAsync("2022-06");
        await SettleAsync(form);
        await Assertions.Expect(page.GetByTestId("file-month")).ToHaveTextAsync("2022年6月", new() { Timeout = Visit.Patience });
        await ReadyAsync(page);
        await AcceptAsync(page);
        await page.GotoAsync("/submissions/decisions");
        await visit.InteractiveAsync();
        await Assertions.Expect(page.GetByTestId("decisions")).ToContainTextAsync("月份定为 2022-06");
        await Assertions.Expect(page.GetByTestId("decisions")).ToContainTextAsync("电话核实");
        await page.GetByTestId("undo").First.ClickAsync();
        await SettleAsync(page.GetByTestId("settle-undo"));
        await Assertions.Expect(page.GetByTestId("decisions")).ToContainTextAsync("已撤销");
        await Holds(site, "select count(*) from mart_ledger_file where outcome = 'waiting'", 1);
    }

    [Fact]
    public async Task A_cell_corrected_on_the_page_counts_waits_again_after_undo_and_the_clerk_gets_the_file_back()
    {
        var fixture = new PublishedFixture(empty: true);
        await using var site = await Site.StartRealAsync(fixture);
        await File.WriteAllTextAsync(Path.Combine(site.Inbox, "应急办2022年6月台账.csv"), Header + Mended + Blank, Token);
        await Eventually.Published(site);
        await using var visit = await chromium.OpenAsync(site, "/submissions/waiting");
        var page = (await visit.InteractiveAsync()).Page;
        var problem = page.Locator("[data-testid=problem][data-code=no_hazard_text]");
        await Assertions.Expect(problem).ToContainTextAsync("问题隐患");
        await Assertions.Expect(page.GetByTestId("RowsWaiting")).ToHaveTextAsync("1");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("hand-back").ClickAsync());
        await using (var zip = await ZipFile.OpenReadAsync(await download.PathAsync(), Token))
        {
            var comments = Assert.Single(zip.Entries, entry => Regex.IsMatch(entry.FullName, @"comments\d*\.xml$", RegexOptions.None, TimeSpan.FromSeconds(1)));
            using var reader = new StreamReader(await comments.OpenAsync(Token), Encoding.UTF8);
            Assert.Contains("隐患", await reader.ReadToEndAsync(Token), StringComparison.Ordinal);
        }

        await using (var zip = new ZipArchive(await site.Client.GetStreamAsync(new Uri("/submissions/hand-back.zip?submitter=" + Uri.EscapeDataString("应急办"), UriKind.Relative), Token)))
            Assert.Equal([download.SuggestedFilename], zip.Entries.Select(entry => entry.FullName));

        await problem.GetByTestId("settle").ClickAsync();
        var form = problem.GetByTestId("settle-cell");
        await form.Locator("input[name=value]").FillAsync("电线私拉乱接");
        await SettleAsync(form);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("没有待处理的内容", new() { Timeout = Visit.Patience });
        await Holds(site, "select sum(rows_loaded)::bigint from mart_ledger_file", 2);

        await page.GotoAsync("/submissions/decisions");
        await visit.InteractiveAsync();
        await page.GetByTestId("undo").First.ClickAsync();
        await SettleAsync(page.GetByTestId("settle-undo"));
        await Holds(site, "select sum(rows_waiting)::bigint from mart_ledger_file", 1);
    }

    [Fact]
    public async Task A_column_mapped_before_anything_has_come_is_known_in_every_later_ledger()
    {
        await using var site = await Site.StartRealAsync(new PublishedFixture(empty: true));
        await using var visit = await chromium.OpenAsync(site, "/submissions/words?seed=header_names&word=隐患之处");
        var page = (await visit.InteractiveAsync()).Page;
        var form = page.GetByTestId("settle-word");
        await Assertions.Expect(form.Locator("input[name=word]")).ToHaveValueAsync("隐患之处");
        await form.Locator("input[name=word]").PressSequentiallyAsync(" ");
        await form.Locator("select[name=of]").SelectOptionAsync("hazard");
        await SettleAsync(form);
        await Assertions.Expect(page.Locator(".word.decided")).ToHaveTextAsync("隐患之处");
        await page.GotoAsync("/submissions");
        await visit.InteractiveAsync();
        await page.Locator("[data-drop] input[type=file]").First.SetInputFilesAsync(Csv("应急办2022年6月台账.csv", Mended, Header.Replace("问题隐患", "隐患之处", StringComparison.Ordinal)));
        await ReadyAsync(page);
        await Assertions.Expect(page.GetByTestId("RowsLoaded")).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task A_word_named_on_the_page_frees_what_waits_and_undone_it_waits_again()
    {
        await using var site = await Site.StartRealAsync(new PublishedFixture(empty: true));
        await File.WriteAllTextAsync(Path.Combine(site.Inbox, "应急办2022年6月台账.csv"), Header.Replace("问题隐患", "隐患之处", StringComparison.Ordinal) + Mended, Token);
        await Eventually.Published(site);
        await using var visit = await chromium.OpenAsync(site, "/submissions/words");
        var page = (await visit.InteractiveAsync()).Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "隐患之处" }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("frees")).ToContainTextAsync("1 个文件");
        var form = page.GetByTestId("settle-word");
        await form.Locator("select[name=of]").SelectOptionAsync("hazard");
        await SettleAsync(form);
        await Holds(site, "select sum(rows_loaded)::bigint from mart_ledger_file", 1);
        await page.GotoAsync("/submissions/decisions");
        await visit.InteractiveAsync();
        await page.GetByTestId("undo").First.ClickAsync();
        await SettleAsync(page.GetByTestId("settle-undo"));
        await Holds(site, "select sum(rows_loaded)::bigint from mart_ledger_file", 0);
    }

    [Theory]
    [InlineData("zh-CN", "接受后计入", "第 4 行 · 问题隐患")]
    [InlineData("en-US", "Would count", "row 4 · 问题隐患")]
    public async Task A_preview_with_everything_open_is_whole_on_a_phone_and_asks_only_what_settles(string culture, string outcome, string place)
    {
        await using var site = await Site.StartRealAsync(new PublishedFixture(empty: true));
        await using var visit = await chromium.OpenAsync(site, "/submissions?culture=" + culture, width: 390);
        var page = (await visit.InteractiveAsync()).Page;
        await page.Locator("[data-drop] input[type=file]").First.SetInputFilesAsync([Csv("应急办2022年6月台账.csv", Mended + Open + Blank), Csv("某月台账.csv", Mended)]);
        await ReadyAsync(page);
        await visit.InteractiveAsync();
        await Assertions.Expect(page.Locator("[data-name='应急办2022年6月台账.csv'] header .file-outcome")).ToHaveTextAsync(outcome);
        await Assertions.Expect(page.Locator("[data-code=no_hazard_text] .place")).ToHaveTextAsync(place);
        await page.EvaluateAsync("document.querySelectorAll('[aria-expanded=false]').forEach(button => button.click())");
        await Assertions.Expect(page.Locator("[aria-expanded=false]")).ToHaveCountAsync(0);
        var month = page.Locator("[data-testid=problem][data-code=no_month]");
        await Assertions.Expect(month.GetByTestId("settle-month")).ToHaveCountAsync(1);
        await Assertions.Expect(month.GetByTestId("settle-cell")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-code=no_sender]").GetByTestId("settle-sender")).ToHaveCountAsync(1);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        Assert.Empty(await page.BreachesAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_browser_closed_in_the_middle_leaves_nothing_and_holds_up_nobody()
    {
        await using var site = await Site.StartAsync(intake: new FakeIntake());
        await using var other = await chromium.OpenAsync(site, "/submissions");
        await other.InteractiveAsync();
        await using (var closing = await chromium.LaunchAsync())
        {
            var page = (await (await Chromium.OpenAsync(closing, site.Address, "/submissions")).InteractiveAsync()).Page;
            var line = await page.Context.NewCDPSessionAsync(page);
            await line.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = 100_000 });
            await page.Locator("[data-drop] input[type=file]").First.SetInputFilesAsync(Csv("半截.csv", string.Concat(Enumerable.Repeat(Mended, 30_000))));
            await Eventually.Holds(() => UploadTests.Left(site).Length > 0, "the upload is arriving");
        }

        await Eventually.Holds(() => UploadTests.Left(site).Length == 0, "nothing is left of it");
        await other.Page.Locator("[data-drop] input[type=file]").First.SetInputFilesAsync(Csv("完整.csv", Mended));
        await ReadyAsync(other.Page);
        Assert.Equal(["完整.csv"], UploadTests.Uploads(site).SelectMany(upload => upload.Files).Select(file => file.Name));
    }

    [Fact]
    public async Task What_broke_can_be_tried_again()
    {
        var isBroken = true;
        await using var site = await Site.StartAsync(intake: new FakeIntake { Preview = (_, _) => isBroken ? throw new InvalidOperationException() : Task.FromResult(new PreviewResult([], [])) });
        await using var visit = await chromium.OpenAsync(site, "/submissions");
        var page = (await visit.InteractiveAsync()).Page;
        await page.Locator("[data-drop] input[type=file]").First.SetInputFilesAsync(Csv("台账.csv", Mended));
        await Assertions.Expect(page.GetByTestId("upload-state")).ToHaveAttributeAsync("data-state", nameof(UploadState.Failed));
        await visit.InteractiveAsync();
        isBroken = false;
        await page.GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();
        await ReadyAsync(page);
    }

    [Fact]
    public async Task Two_people_and_the_inbox_at_once_all_get_their_turn()
    {
        await using var site = await Site.StartRealAsync(new PublishedFixture(empty: true));
        await using var first = await chromium.OpenAsync(site, "/submissions");
        await using var second = await chromium.OpenAsync(site, "/submissions?culture=en-US");
        await first.InteractiveAsync();
        await second.InteractiveAsync();
        await File.WriteAllTextAsync(Path.Combine(site.Inbox, "民政办2022年6月台账.csv"), Header + Mended + Open, Token);
        await Task.WhenAll(
            first.Page.Locator("[data-drop] input[type=file]").First.SetInputFilesAsync(Csv("应急办2022年6月台账.csv", Mended)),
            second.Page.Locator("[data-drop] input[type=file]").First.SetInputFilesAsync(Csv("经发办2022年6月台账.csv", Open)));
        await Eventually.Published(site);
        foreach (var visit in new[] { first, second })
        {
            await ReadyAsync(visit.Page);
            await visit.InteractiveAsync();
        }

        await AcceptAsync(first.Page);
        await AcceptAsync(second.Page);
        await Holds(site, "select count(*) from mart_ledger_file where outcome = 'landed'", 3);
    }

    [Fact]
    public async Task A_page_left_during_the_preview_finds_it_again()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var intake = new FakeIntake { Preview = async (_, _) => { await gate.Task; return new([], []); } };
        await using var site = await Site.StartAsync(intake: intake);
        await using var visit = await chromium.OpenAsync(site, "/submissions");
        var page = (await visit.InteractiveAsync()).Page;
        await page.Locator("[data-drop] input[type=file]").First.SetInputFilesAsync(Csv("台账.csv", Mended));
        await Assertions.Expect(page.GetByTestId("upload-state")).ToContainTextAsync("正在预览");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("upload-state")).ToContainTextAsync("正在预览");
        await page.GotoAsync("/submissions");
        await Assertions.Expect(page.GetByTestId("uploads")).ToContainTextAsync("台账.csv");
        gate.SetResult();
        await Assertions.Expect(page.GetByTestId("uploads")).ToContainTextAsync("待接受");
    }

    [Fact]
    public async Task A_file_can_be_taken_out_while_it_is_sent_and_the_rest_goes_on()
    {
        await using var site = await Site.StartAsync(intake: new FakeIntake());
        await using var visit = await chromium.OpenAsync(site, "/submissions");
        var page = (await visit.InteractiveAsync()).Page;
        // Held back on the way until one has been taken out.
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/submissions/uploads", async route =>
        {
            await taken.Task;
            await route.ContinueAsync();
        });
        await page.Locator("[data-drop] input[type=file]").First.SetInputFilesAsync([Csv("a.csv", Mended), Csv("b.csv", Mended)]);
        await page.GetByRole(AriaRole.Button, new() { Name = "取消 a.csv" }).ClickAsync();
        await Assertions.Expect(page.Locator(".sending")).ToContainTextAsync("已取消");
        taken.SetResult();
        await Eventually.Holds(() => UploadTests.Uploads(site).Count == 1, "the other file arrives");
        Assert.Equal(["b.csv"], UploadTests.Uploads(site)[0].Files.Select(file => file.Name));
    }

    [Fact]
    public async Task What_is_too_large_is_said_before_it_is_sent_and_a_wrong_type_after()
    {
        await using var site = await Site.StartAsync(intake: new FakeIntake(), change: options => options with { UploadFileBytes = 2000 });
        await using var visit = await chromium.OpenAsync(site, "/submissions");
        var page = (await visit.InteractiveAsync()).Page;
        var files = page.Locator("[data-drop] input[type=file]").First;
        await files.SetInputFilesAsync(new FilePayload { Name = "large.csv", MimeType = "text/csv", Buffer = new byte[3000] });
        await Assertions.Expect(page.Locator(".sending")).ToContainTextAsync("超过单个文件的大小上限");
        await files.SetInputFilesAsync(new FilePayload { Name = "台账.xlsx", MimeType = "application/pdf", Buffer = "%PDF-1.7 "u8.ToArray() });
        await Assertions.Expect(page.Locator(".sending-message").Last).ToContainTextAsync("“台账.xlsx”未收下");
        Assert.Empty(UploadTests.Uploads(site));
    }

    [Fact]
    public async Task A_page_reached_by_a_link_can_upload_too()
    {
        await using var site = await Site.StartAsync(intake: new FakeIntake());
        await using var visit = await chromium.OpenAsync(site, "/");
        var page = (await visit.InteractiveAsync()).Page;
        await page.Locator(".brand nav a[href=submissions]").ClickAsync();
        await page.Locator("[data-drop] input[type=file]").First.SetInputFilesAsync(Csv("台账.csv", Mended));
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("submissions/uploads/"));
        Assert.Single(UploadTests.Uploads(site));
    }

    private static FilePayload Csv(string name, string rows, string header = Header) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(header + rows) };

    private static Task ReadyAsync(IPage page) => Assertions.Expect(page.Locator("[data-testid=upload-state][data-state=Ready]")).ToHaveCountAsync(1, new() { Timeout = Visit.Patience });

    private static async Task AcceptAsync(IPage page)
    {
        // A landing elsewhere may just have made the preview outdated: it is worked out anew, and can be accepted then.
        await page.GetByTestId("accept").ClickAsync(new() { Timeout = Visit.Patience });
        await Assertions.Expect(page.GetByTestId("upload-state")).ToHaveAttributeAsync("data-state", nameof(UploadState.Landed), new() { Timeout = Visit.Patience });
    }

    private static async Task SettleAsync(ILocator form)
    {
        await form.Locator("input[name=who]").FillAsync("某甲");
        await form.Locator("input[name=why]").FillAsync("电话核实");
        await form.Locator("button").ClickAsync();
    }

    /// <summary>Waits until the published snapshot answers so.</summary>
    private static Task Holds(Site site, string sql, long expected) => Eventually.Holds(() => Number(site, sql) == expected, $"{sql} is {expected}");

    private static long? Number(Site site, string sql)
    {
        using var published = new PublishedDirectory(site.Published.Published);
        using var lease = published.Borrow();
        using var result = lease.Snapshot.Query(CallerScope.Everything, sql);
        return (long?)result.Rows().Single()[0];
    }
}
