using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Warehouse.Tests.Reading;

[assembly: AssemblyFixture(typeof(SafetyAnalytics.Web.Tests.Reports.ReportsSite))]

namespace SafetyAnalytics.Web.Tests.Reports;

/// <summary>One site over a real data directory: May open, June closed and corrected since, a target for June. For tests that only look.</summary>
public sealed class ReportsSite : IAsyncLifetime
{
    public const string Corrected = "应急办2022年6月(更正).csv";

    private const string Header = "序号,单位名称,单位地址,单位负责人,联系电话,责任单位,责任人,问题隐患,整改措施及情况,整改时限,备注\n";

    public Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var fixture = new PublishedFixture(empty: true);
        await DoAsync(fixture, "run", Ledger(fixture, "应急办2022年5月.csv", "1,甲饭店,磁器口1号,张某,13800138000,应急办,李某,灭火器过期,整改中,2022.6.30,\n"), Ledger(fixture, "应急办2022年6月.csv", "1,甲饭店,磁器口1号,张某,13800138000,应急办,李某,灭火器过期,整改中,2022.6.30,\n2,丙网吧,磁器口3号,张某,13800138000,应急办,李某,电线私拉乱接,整改中,2022.6.30,\n"));
        await DoAsync(fixture, "decide", "month-close", "2022-06", "--who", "王小明", "--why", "已上报");
        await DoAsync(fixture, "decide", "target", "open_stock", "2022-06", "1", "--who", "王小明");
        await DoAsync(fixture, "run", Ledger(fixture, Corrected, "1,甲饭店,磁器口1号,张某,13800138000,应急办,李某,灭火器过期,已整改,2022.6.30,\n"));
        Site = await Site.StartAsync(fixture);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static string Ledger(PublishedFixture fixture, string name, string rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(fixture.Data, "given")).FullName;
        File.WriteAllText(Path.Combine(folder, name), Header + rows);
        return Path.Combine(folder, name);
    }

    private static async Task DoAsync(PublishedFixture fixture, params string[] arguments)
    {
        using var said = new StringWriter();
        var exitCode = await SafetyCommand.RunAsync([.. arguments, "--data", fixture.Data], said, said, TimeProvider.System);
        Assert.True(exitCode is 0 or 1, said.ToString());
    }
}
