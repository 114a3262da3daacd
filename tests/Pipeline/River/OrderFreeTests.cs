using System.Security.Cryptography;
using CsCheck;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>However files and decisions come, one by one or together, with builds between or without, the published tables are the same.</summary>
public sealed class OrderFreeTests : IDisposable
{
    private const int Orders = 6;

    private static readonly Seeds s_seeds = Seeds.Load(null);

    private readonly Shell _files = new();
    private int _day;

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Any_order_and_any_portions_of_files_and_decisions_publish_the_same_tables()
    {
        string[] files = Files();
        var decisions = Decisions(files);
        Step[] steps = [.. files.Select(file => new Step(file, null)), .. decisions.Select(decision => new Step(null, decision))];
        var expected = Published(steps, portion: steps.Length, buildsBetween: false, ExpectAllKinds);

        Gen.Select(Gen.Shuffle(steps), Gen.Int[1, steps.Length], Gen.Bool).Sample(
            (order, portion, buildsBetween) => Assert.Equal(expected, Published(order, portion, buildsBetween)),
            iter: Orders,
            threads: 1,
            print: order => string.Join(" | ", order.Item1.Select(step => step.ToString())) + $" by {order.Item2}, {order.Item3}");
    }

    private static IReadOnlyList<string> Published(Step[] steps, int portion, bool buildsBetween, Action<Shell>? look = null)
    {
        using var shell = new Shell();
        var data = new DataDirectory(shell.Data);
        foreach (var part in steps.Chunk(portion))
        {
            Take(data, part);
            if (buildsBetween && part.Any(step => step.File is not null)) Build(data);
        }

        Build(data);
        using (data.LockForWriting()) new Publish(data, TimeProvider.System).Run();
        look?.Invoke(shell);
        return shell.Tables;
    }

    /// <summary>Every way a file and a row can end is among them, and every decision shows: else the law says little.</summary>
    private static void ExpectAllKinds(Shell shell)
    {
        Assert.Equal(["landed", "repeated", "superseded", "waiting"], shell.Column("select distinct outcome from mart_ledger_file order by outcome"));
        Assert.Equal(["carried_over", "loaded", "repeated", "skipped", "superseded", "waiting"], shell.Column("select distinct outcome from mart_ledger_row order by outcome"));
        Assert.Equal(["2022-06"], shell.Column("select month from mart_ledger_file where file_name = '消安办台账.csv'"));
        Assert.Equal(["rectified"], shell.Column("select distinct status from mart_hazard where unit_name = '丙网吧'"));
        Assert.Contains("2022-08-31", shell.Column("select due_on from mart_ledger_item where unit_name = '乙旅馆'"));
        Assert.Equal(["7"], shell.Column("select count(*) from mart_decision"));
        Assert.Equal(["verified decision"], shell.Column("select concat_ws(' ', event.event, event.said_by) from fct_hazard_event as event join mart_hazard using (hazard_key) where mart_hazard.level = '重大' and event.decision_id is not null and event.event <> 'decided'"));
        Assert.Equal(["1"], shell.Column("select count(*) from fct_visit join dim_unit using (unit_key) where unit_name = '丁茶馆'"));
    }

    private static void Take(DataDirectory data, Step[] steps)
    {
        foreach (var decision in steps.Select(step => step.Decision).OfType<NewDecision>()) new DecisionLog(data, s_seeds, TimeProvider.System).Append([decision]);
        string[] files = [.. steps.Select(step => step.File).OfType<string>()];
        if (files.Length == 0) return;
        using var held = data.LockForWriting();
        new Land(data, TimeProvider.System).Run(files, new LandSettings());
    }

    private static void Build(DataDirectory data)
    {
        using var held = data.LockForWriting();
        new Build(data, s_seeds, TimeProvider.System).Run(null);
    }

    /// <summary>Three months of a department: one corrected, one cumulative, one twice; two members of an archive; one that waits for its month, one that waits on.</summary>
    private string[] Files()
    {
        const string May = "1,甲饭店,磁器口1号,张某,13800138000,应急办,李某,后厨灭火器过期,整改中,2022.6.30,\n2,乙旅馆,磁器口2号,张某,13800138000,消安办,李某,楼梯间堆放杂物堵塞通道,已整改,2022.5.30,\n";
        const string June = "1,甲饭店,磁器口1号,张某,13800138000,应急办,李某,后厨灭火器已过期,已整改,2022.6.30,\n3,丙网吧,磁器口3号,张某,13800138000,应急办,李某,电线私拉乱接,搞定了,2022.6.30,\n";
        const string July = "4,乙旅馆,磁器口2号,张某,13900000000,消安办,李某,楼梯间堆放杂物,未整改,2022.7.30,\n5,丁茶馆,,,,,,,,,\n";
        return
        [
            File("应急办2022年5月台账.csv", Csv(May)),
            File("应急办2022年5月台账 - 副本.csv", Csv(May)),
            File("应急办2022年6月台账.csv", Csv(June)),
            File("应急办2022年6月台账(更正).xlsx", Workbook.Of(Shell.Header + "\n" + June.Replace("已整改", "整改中", StringComparison.Ordinal) + "9,戊商店,磁器口9号,,,应急办,,疏散指示灯损坏,整改中,2022.7.1,\n")),
            File("应急办2022年7月台账.xlsx", Workbook.Of(Shell.Header + "\n" + May + June + July)),
            File("社区.zip", Workbook.Zip(("磁器口社区2022年5月.xlsx", Workbook.Of(Shell.Header + "\n" + May)), ("磁器口社区2022年6月.csv", Csv(July)))),
            File("消安办台账.csv", Csv(May.Replace("甲饭店", "己酒楼", StringComparison.Ordinal))),
            File("来历不明.csv", Csv(June)),
        ];
    }

    private static NewDecision[] Decisions(string[] files)
    {
        var (waits, july) = (Sha(files[6]), Sha(files[4]));
        return
        [
            new(DecisionKind.FileMonth, "某甲") { FileSha256 = waits, Value = "2022-06" },
            new(DecisionKind.Seed, "某甲") { Seed = "status_words", SeedKey = "rectified", Value = "搞定了" },
            new(DecisionKind.Row, "某甲") { FileSha256 = july, Sheet = "台账", RowNumber = 7, Value = "visit" },
            new(DecisionKind.HazardLevel, "某甲") { FileSha256 = Sha(files[0]), RowNumber = 2, Sheet = "应急办2022年5月台账.csv", Value = "重大" },
            new(DecisionKind.HazardVerify, "某甲") { FileSha256 = july, Sheet = "台账", RowNumber = 2, Detail = new DecisionDetail { From = "2022-07-20" } },
            new(DecisionKind.UnitSame, "某甲") { Detail = new DecisionDetail { Unit = new UnitSpelling("甲饭店", "磁器口1号"), OtherUnit = new UnitSpelling("己酒楼", "磁器口1号") } },
            new(DecisionKind.Cell, "某甲") { FileSha256 = july, Sheet = "台账", RowNumber = 6, ColumnName = "整改时限", Value = "2022年8月底前" },
        ];
    }

    private static byte[] Csv(string rows) => System.Text.Encoding.UTF8.GetBytes(Shell.Header + "\n" + rows);

    private static string Sha(string path) => Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(path)));

    /// <summary>Each a day after the one before, as it was received.</summary>
    private string File(string name, byte[] bytes)
    {
        var path = _files.Write(name, bytes);
        System.IO.File.SetLastWriteTimeUtc(path, new DateTime(2022, 8, 1, 1, 0, 0, DateTimeKind.Utc).AddDays(++_day));
        return path;
    }

    private sealed record Step(string? File, NewDecision? Decision)
    {
        public override string ToString() => File is null ? Decision!.Kind.ToString() : Path.GetFileName(File);
    }
}
