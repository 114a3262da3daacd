using SafetyAnalytics.Warehouse.Tests.Reading;
using SafetyAnalytics.Web.Inbox;

namespace SafetyAnalytics.Web.Tests;

public sealed class InboxTests
{
    [Fact]
    public async Task A_finished_file_is_taken_in_and_away()
    {
        var intake = new FakeIntake();
        await using var site = await Site.StartAsync(intake: intake);
        var file = Drop(site, "应急办2022年6月台账.xlsx");
        await Eventually.Holds(() => !File.Exists(file), "the landed file leaves the inbox");
        Assert.Equal([file], Assert.Single(intake.Runs));
        Assert.Contains("应急办2022年6月台账.xlsx</b> 已装载。", await site.GetAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_moves_aside_with_a_note_in_both_languages()
    {
        var intake = new FakeIntake { Run = paths => Task.FromResult(new IntakeReport([.. paths.Select(path => new IntakeOutcome(path, IntakeState.Refused, "不是电子表格。", "Not a spreadsheet."))], IsPublished: true)) };
        await using var site = await Site.StartAsync(intake: intake);
        var refused = Path.Combine(site.Inbox, "refused");
        foreach (var expected in new[] { "note.pdf", "note (2).pdf" })
        {
            var file = Drop(site, "note.pdf");
            await Eventually.Holds(() => !File.Exists(file), "the refused file leaves the inbox");
            Assert.Equal("不是电子表格。\nNot a spreadsheet.\n", await File.ReadAllTextAsync(Path.Combine(refused, expected + ".txt"), TestContext.Current.CancellationToken));
            Assert.True(File.Exists(Path.Combine(refused, expected)));
        }

        Assert.Equal(2, intake.Runs.Count);
        Assert.Contains("Not a spreadsheet.", await site.GetAsync("/?culture=en-US"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_other_programs_leave_beside_a_file_is_never_taken()
    {
        var intake = new FakeIntake();
        await using var site = await Site.StartAsync(intake: intake);
        string[] others = ["~$台账.xlsx", ".~lock.台账.xlsx#", "台账.xlsx.crdownload", "台账.tmp", "a.part", "Thumbs.db", ".hidden.csv"];
        foreach (var name in others) Drop(site, name);
        var real = Drop(site, "z.csv");
        await Eventually.Holds(() => !File.Exists(real), "the ledger is taken");
        Assert.Equal([real], Assert.Single(intake.Runs));
        Assert.All(others, name => Assert.True(File.Exists(Path.Combine(site.Inbox, name)), name));
    }

    [Fact]
    public void A_file_still_being_written_waits_until_it_is_whole()
    {
        using var fixture = new PublishedFixture(empty: true);
        var inbox = Directory.CreateDirectory(Path.Combine(fixture.Data, "inbox")).FullName;
        var (files, file) = (new InboxFiles(inbox), Path.Combine(inbox, "slow.csv"));
        for (var i = 0; i < 8; i++)
        {
            File.AppendAllText(file, "0123456789");
            Assert.Empty(files.Look());
        }

        var whole = Assert.Single(files.Look());
        Assert.Equal((file, 80), (whole.Path, whole.Bytes));
    }

    [Fact]
    public async Task A_file_replaced_while_it_was_read_stays_and_is_taken_again()
    {
        var intake = new FakeIntake();
        intake.Run = async paths =>
        {
            if (intake.Runs.Count == 1) await File.AppendAllTextAsync(paths[0], "more");
            return FakeIntake.Landing(paths);
        };
        await using var site = await Site.StartAsync(intake: intake);
        var file = Drop(site, "twice.csv");
        await Eventually.Holds(() => !File.Exists(file), "the second version is taken too");
        Assert.Equal(2, intake.Runs.Count);
    }

    [Fact]
    public async Task Another_writer_is_waited_for()
    {
        var intake = new FakeIntake();
        intake.Run = paths => intake.Runs.Count == 1
            ? throw new IntakeBusyException("locked")
            : Task.FromResult(FakeIntake.Landing(paths));
        await using var site = await Site.StartAsync(intake: intake);
        var file = Drop(site, "later.csv");
        await Eventually.Holds(() => intake.Runs.Count == 1, "a first try is made");
        Assert.True(File.Exists(file));
        await Eventually.Holds(() => site.GetAsync("/").GetAwaiter().GetResult().Contains("另一个程序正在写入", StringComparison.Ordinal), "the page says that it is tried again");
        await Eventually.Holds(() => !File.Exists(file), "the second try succeeds");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task A_file_the_intake_breaks_on_moves_aside_and_holds_up_no_other(int others)
    {
        var intake = new FakeIntake
        {
            Run = paths => paths.Any(path => path.EndsWith("poison.csv", StringComparison.Ordinal))
                ? throw new InvalidOperationException("secret detail")
                : Task.FromResult(FakeIntake.Landing(paths)),
        };
        var fixture = new PublishedFixture();
        var inbox = Directory.CreateDirectory(Path.Combine(fixture.Data, "inbox")).FullName;
        string[] good = [.. Enumerable.Range(0, others).Select(i => Path.Combine(inbox, $"good{i}.csv"))];
        foreach (var path in good.Append(Path.Combine(inbox, "poison.csv"))) await File.WriteAllTextAsync(path, "ledger", TestContext.Current.CancellationToken);
        await using var site = await Site.StartAsync(fixture, intake);
        await Eventually.Holds(() => !Directory.EnumerateFiles(inbox).Any(), "every file leaves the inbox");
        var note = await File.ReadAllTextAsync(Path.Combine(inbox, "refused", "poison.csv.txt"), TestContext.Current.CancellationToken);
        Assert.Contains("程序出错", note, StringComparison.Ordinal);
        Assert.Contains("failed on this file", note, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", note, StringComparison.Ordinal);
        Assert.Equal(["poison.csv", "poison.csv.txt"], Directory.EnumerateFiles(Path.Combine(inbox, "refused")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(good, intake.Runs.Where(run => !run.Any(path => path.EndsWith("poison.csv", StringComparison.Ordinal))).SelectMany(run => run).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_fault_is_logged_without_what_its_message_quotes()
    {
        var outline = FaultOutline.Of(new InvalidOperationException("13800138000", new FormatException("某甲")));
        Assert.Equal("System.InvalidOperationException < System.FormatException", outline.Trim());
    }

    [Fact]
    public async Task A_fault_of_ours_leaves_the_file_and_tells_no_details()
    {
        var intake = new FakeIntake { Run = _ => throw new InvalidOperationException("secret detail") };
        await using var site = await Site.StartAsync(intake: intake);
        var file = Drop(site, "poison.csv");
        await Eventually.Holds(() => site.GetAsync("/").GetAwaiter().GetResult().Contains("装载没有成功", StringComparison.Ordinal), "the page says so");
        Assert.True(File.Exists(file));
        Assert.DoesNotContain("secret detail", await site.GetAsync("/"), StringComparison.Ordinal);
    }

    private static string Drop(Site site, string name)
    {
        var path = Path.Combine(site.Inbox, name);
        File.WriteAllText(path, "ledger");
        return path;
    }
}
