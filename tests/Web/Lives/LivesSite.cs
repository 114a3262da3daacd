using Microsoft.Playwright;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Warehouse.Tests.Reading;

namespace SafetyAnalytics.Web.Tests.Lives;

/// <summary>Three months of ledgers, landed by the real pipeline once for all tests that decide about them; each leaves them as it found them.</summary>
public sealed class LivesSite : IAsyncLifetime
{
    private const string Header = "序号,单位名称,单位地址,单位负责人,联系电话,责任单位,责任人,问题隐患,整改措施及情况,整改时限,备注,发现日期\n";
    private const string Jia = "甲饭店,磁器口1号,张某,13800138000,应急办,,灭火器过期2具,整改中（联系13800138000）,2022.6.30,,2022.5.10\n";
    private const string Yi = "乙旅馆,磁器口2号,,,应急办,,疏散通道堆放杂物,整改中,2022.6.30,,\n";
    private const string Bing = "丙网吧,磁器口3号,,,应急办,,应急照明灯损坏,已整改,2022.6.30,,2022.5.10\n";
    private const string Ding = "丁茶馆,磁器口4号,,,应急办,,厨房电线老化,整改中,2022.6.30,,2022.5.10\n";
    private const string DingToo = "丁茶馆,磁器口4号,,,应急办,,灶台旁堆放纸箱,整改中,2022.6.30,,2022.5.10\n";

    public Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var fixture = new PublishedFixture(empty: true);
        var inbox = Path.Combine(fixture.Data, "inbox");
        Directory.CreateDirectory(inbox);
        await File.WriteAllTextAsync(Path.Combine(inbox, "应急办2022年5月台账.csv"), Header + Numbered(Jia, Yi, Bing, Ding, DingToo));
        await File.WriteAllTextAsync(Path.Combine(inbox, "应急办2022年6月台账.csv"), Header + Numbered(Jia, Yi));
        await File.WriteAllTextAsync(Path.Combine(inbox, "应急办2022年7月台账.csv"), Header + Numbered(Jia));
        Site = await Site.StartRealAsync(fixture);
        await Eventually.Holds(() => File.Exists(Path.Combine(fixture.Published, "CURRENT")) && Ask("select count(distinct month) from fct_hazard_event") is 3L, "three months are published");
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>The published snapshot's one answer.</summary>
    public object? Ask(string sql)
    {
        using var published = new PublishedDirectory(Site.Published.Published);
        using var lease = published.Borrow();
        using var result = lease.Snapshot.Query(CallerScope.Everything, sql);
        return result.Rows().Single()[0];
    }

    public string Hazard(string text) => "/hazards/" + Ask($"select hazard_key from mart_hazard where hazard_text = '{text}'");

    public string Unit(string name) => "/units/" + Ask($"select unit_key from dim_unit where unit_name = '{name}'");

    /// <summary>Signs a form and sends it.</summary>
    public static async Task SettleAsync(ILocator form)
    {
        await form.Locator("input[name=who]").FillAsync("某甲");
        await form.Locator("input[name=why]").FillAsync("电话核实");
        await form.Locator("button").ClickAsync();
    }

    private static string Numbered(params string[] rows) => string.Concat(rows.Select((row, i) => $"{i + 1},{row}"));
}

/// <summary>Tests that share one <see cref="LivesSite"/> and take turns on it.</summary>
[CollectionDefinition(nameof(LivesSite))]
public sealed class LivesTurns : ICollectionFixture<LivesSite>;
