using DuckDB.NET.Data;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Warehouse.Tests.Building;

/// <summary>The order of a build is what the SQL says it reads.</summary>
public sealed class ModelOrder
{
    [Fact]
    public void A_model_reads_its_tables_and_not_its_own_expressions()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        var model = Model("m", "with a as (select * from x), b as (select * from a join y using (i)) select * from b where i in (select i from z)");
        Assert.Equal(["x", "y", "z"], ModelGraph.ReadsOf(connection, model).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_a_select_is_a_model()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        var fault = Assert.Throws<InvalidOperationException>(() => ModelGraph.ReadsOf(connection, Model("m", "drop table x")));
        Assert.Contains("m is not one SELECT", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_comes_after_what_it_reads()
    {
        var reads = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["c"] = ["b"], ["b"] = ["a"], ["a"] = ["raw"] };
        Assert.Equal(["a", "b", "c"], ModelGraph.InOrder([.. reads.Keys], node => [node], node => reads[node], new HashSet<string> { "raw" }));
    }

    [Fact]
    public void A_circle_is_named()
    {
        var reads = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["a"] = ["b"], ["b"] = ["a"] };
        var fault = Assert.Throws<InvalidOperationException>(() => ModelGraph.InOrder([.. reads.Keys], node => [node], node => reads[node], new HashSet<string>()));
        Assert.Contains("a needs b", fault.Message, StringComparison.Ordinal);
    }

    private static SqlModel Model(string name, string sql) => new(name, sql, "one row per x", ["x"], [], IsPublished: false);
}
