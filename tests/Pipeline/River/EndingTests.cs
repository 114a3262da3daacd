using DuckDB.NET.Data;
using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>However a run ends, and whoever reads meanwhile, everything acknowledged is there and everything published is whole.</summary>
[Collection(nameof(SampleRiver))]
public sealed class EndingTests(SampleRiver river)
{
    private const int Kills = 12;

    [Fact]
    public void Killed_at_random_moments_nothing_is_lost_and_the_next_run_finishes()
    {
        using var shell = new Shell();
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < Kills; i++)
        {
            var process = Shell.Start("run", river.Ledgers, "--data", shell.Data);
            if (!process.WaitForExit(random.Next(100, 4000))) process.Kill();
            var acknowledged = Shell.Finish(process).Error.Split('\n').Where(line => line.StartsWith("已入库 ", StringComparison.Ordinal) && line.EndsWith(" 行。", StringComparison.Ordinal)).ToList();
            shell.ExpectWhole();
            if (acknowledged.Count > 0) Assert.Superset(acknowledged.Select(line => line[4..line.LastIndexOf('：')]).ToHashSet(), LandedNames(shell));
        }

        shell.Say("run", river.Ledgers);

        Assert.Equal(river.Shell.Tables, shell.Tables);
        Assert.Empty(Directory.GetFileSystemEntries(shell.Published, ".incoming-*"));
        Assert.Equal(["restricted.duckdb", "warehouse.duckdb", "writer.lock"], Names(shell));
    }

    [Theory]
    [InlineData("int_hazard")]
    [InlineData("mart_month")]
    public void Cancelled_in_a_build_it_leaves_no_half_and_the_last_snapshot_stands(string stage)
    {
        using var shell = new Shell();
        using var cancellation = new CancellationTokenSource();
        shell.Say("run", shell.Ledger("应急办2022年5月.csv", ("甲店", "灭火器过期", "已整改")));
        var (before, tables) = (shell.Current, shell.Tables);
        var ledger = shell.Ledger("应急办2022年6月.csv", ("乙店", "电线私拉乱接", "整改中"));
        var pipeline = new SafetyAnalytics.Pipeline.River(new DataDirectory(shell.Data), Seeds.Embedded(), TimeProvider.System);

        Assert.ThrowsAny<OperationCanceledException>(() => pipeline.Run([ledger], new Ledgers.Reading.LandSettings(), onStage: new CancelAt(cancellation, stage), cancellationToken: cancellation.Token));

        Assert.Equal(before, shell.Current);
        Assert.Equal(tables, shell.Tables);
        Assert.Equal(["restricted.duckdb", "warehouse.duckdb", "writer.lock"], Names(shell));
        shell.Say("run", ledger);
        Assert.Equal(2, shell.Ask("select * from mart_hazard").Count);
    }

    [Fact]
    public void A_reader_finishes_on_the_snapshot_it_began_with_while_another_process_publishes()
    {
        using var shell = new Shell();
        shell.Say("run", shell.Ledger("应急办2022年5月.csv", ("甲店", "灭火器过期", "已整改")));
        using var published = new PublishedDirectory(shell.Published);
        using var lease = published.Borrow();
        (string Unit, string Hazard)[] later = [("乙旅馆", "电线私拉乱接"), ("丙网吧", "疏散通道堵塞"), ("丁茶馆", "未建立安全生产台账")];
        for (var i = 0; i < later.Length; i++)
        {
            shell.Say("run", shell.Ledger($"应急办2022年{6 + i}月.csv", (later[i].Unit, later[i].Hazard, "整改中")));
            Assert.Equal(1L, Count(lease));
            using var fresh = published.Borrow();
            Assert.Equal(i + 2L, Count(fresh));
        }
    }

    private static long Count(SnapshotLease lease)
    {
        using var result = lease.Snapshot.Query(CallerScope.Everything, "select count(*) from mart_hazard");
        return (long)result.Rows().Single()[0]!;
    }

    private static IEnumerable<string> Names(Shell shell) => Directory.GetFiles(Path.Combine(shell.Data, "build")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static HashSet<string> LandedNames(Shell shell)
    {
        using DuckDBConnection connection = DuckDbFile.OpenForWriting(Path.Combine(shell.Data, "build", "restricted.duckdb"));
        return [.. connection.Rows("select file_name from raw_ledger_name join raw_ledger_file using (file_sha256)", row => row.GetString(0))];
    }

    private sealed class CancelAt(CancellationTokenSource cancellation, string stage) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value == stage) cancellation.Cancel();
        }
    }
}
