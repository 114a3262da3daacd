using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Warehouse.Tests.Reading;

public sealed class RawQueryTests : IClassFixture<OpenSnapshot>
{
    private readonly Snapshot snapshot;

    public RawQueryTests(OpenSnapshot open) => snapshot = open.Snapshot;

    [Fact]
    public void Columns_keep_their_names_types_and_values()
    {
        using var result = snapshot.Query(CallerScope.Everything, "select '消防' as 行业, 2::bigint as n, date '2024-04-30' as d, ['甲', '乙'] as l, null as nothing");
        Assert.Equal([("行业", "Varchar"), ("n", "BigInt"), ("d", "Date"), ("l", "List")], result.Columns.Take(4).Select(column => (column.Name, column.TypeName)));
        var row = result.Rows().Single();
        Assert.Equal(("消防", 2L, new DateOnly(2024, 4, 30)), ((string)row[0]!, (long)row[1]!, (DateOnly)row[2]!));
        Assert.Equal(["甲", "乙"], (IEnumerable<string>)row[3]!);
        Assert.Null(row[4]);
    }

    [Theory]
    [InlineData("create table t (i integer)")]
    [InlineData("delete from mart_month")]
    [InlineData("drop table mart_hazard")]
    [InlineData("select * from read_csv('/etc/hostname')")]
    [InlineData("select * from read_text('/etc/hostname')")]
    [InlineData("select * from glob('/*')")]
    [InlineData("copy mart_month to 'stolen.csv'")]
    [InlineData("attach 'other.duckdb' as other")]
    [InlineData("install httpfs")]
    [InlineData("load httpfs")]
    [InlineData("set enable_external_access = true")]
    [InlineData("set threads = 1")]
    [InlineData("select no_such_column from mart_month")]
    [InlineData("this is not sql")]
    [InlineData("select 1; select 2")]
    public void What_writes_reaches_out_or_is_no_query_is_refused(string sql)
    {
        var refusal = Assert.Throws<QueryRefusedException>(() =>
        {
            using var result = snapshot.Query(CallerScope.Everything, sql);
            _ = result.Rows().Count();
        });
        Assert.NotEmpty(refusal.Message);
    }

    [Fact]
    public void A_large_answer_streams_and_can_be_abandoned()
    {
        using var result = snapshot.Query(CallerScope.Everything, "select i from range(1000000000) as t(i)");
        Assert.Equal(3, result.Rows().Take(3).Count());
    }

    [Fact]
    public void A_cancelled_query_stops()
    {
        using var cancelling = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.Throws<OperationCanceledException>(() =>
        {
            using var result = snapshot.Query(CallerScope.Everything, "select sum(hash(a.i + b.i)) from range(10000000) as a(i), range(100000) as b(i)", cancelling.Token);
            _ = result.Rows().Count();
        });
    }

    [Fact]
    public void One_callers_session_does_not_reach_another()
    {
        using (var mine = snapshot.Query(CallerScope.Everything, "create temp table mine as select 1 as i")) _ = mine.Rows().Count();
        Assert.Throws<QueryRefusedException>(() => snapshot.Query(CallerScope.Everything, "select * from mine").Dispose());
    }

    [Fact]
    public void A_narrowed_scope_gets_no_free_sql() =>
        Assert.Throws<QueryRefusedException>(() => snapshot.Query(new CallerScope { Community = "金沙社区" }, "select 1"));
}
