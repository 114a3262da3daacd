using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Warehouse.Publishing;
using SafetyAnalytics.Warehouse.Tests.Building;

namespace SafetyAnalytics.Warehouse.Tests.Publishing;

/// <summary>A snapshot is whole, never changes, and is pointed to last.</summary>
public sealed class Snapshots : IDisposable
{
    private const string Plain = """
        file month   sender row unit hazard relation status
        a    2022-05 应急办 2   甲店 H1     new      ordered
        """;

    private readonly string _published = Directory.CreateTempSubdirectory("published-").FullName;

    public void Dispose() => Directory.Delete(_published, recursive: true);

    private SnapshotPublisher Publisher => new(_published, TimeProvider.System);

    [Fact]
    public void It_holds_the_database_the_tables_as_parquet_the_dictionary_and_a_manifest_that_verifies()
    {
        using var given = new GivenLedgers(Plain);
        var name = Publisher.Publish(given.WarehouseFile, isSample: true, TestContext.Current.CancellationToken).Name;
        var folder = Path.Combine(_published, name);
        var manifest = SnapshotManifest.Read(folder);
        Assert.StartsWith("2022-05-", name, StringComparison.Ordinal);
        Assert.Equal(name, File.ReadAllText(Path.Combine(_published, "CURRENT")).Trim());
        Assert.True(manifest.IsSample);
        Assert.Equal(new DateOnly(2022, 5, 31), manifest.AsOf);
        Assert.Contains(manifest.Files, file => file.Path == "warehouse.duckdb");
        Assert.Contains(manifest.Files, file => file.Path == "parquet/mart_hazard/mart_hazard.parquet");
        Assert.Contains("mart_hazard", File.ReadAllText(Path.Combine(folder, "dictionary.md")), StringComparison.Ordinal);
        foreach (var file in manifest.Files)
            Assert.Equal(file.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file.Path)))));
        Assert.All(manifest.Checks, check => Assert.Contains(check.State, new[] { "pass", "not_applicable" }));
    }

    [Fact]
    public void The_parquet_files_hold_the_same_rows_as_the_database()
    {
        using var given = new GivenLedgers(Plain);
        var folder = Path.Combine(_published, Publisher.Publish(given.WarehouseFile, isSample: false, TestContext.Current.CancellationToken).Name);
        using var connection = DuckDbFile.OpenForReading(Path.Combine(folder, "warehouse.duckdb"));
        foreach (var table in SnapshotManifest.Read(folder).Tables)
        {
            var parquet = Path.Combine(folder, "parquet", table.Name, table.Name + ".parquet");
            Assert.Equal(0L, connection.Scalar($"select count(*) from ((from {table.Name} except all from '{parquet}') union all (from '{parquet}' except all from {table.Name}))"));
        }
    }

    [Fact]
    public void The_same_content_is_published_once()
    {
        using var first = new GivenLedgers(Plain);
        using var again = new GivenLedgers(Plain);
        var name = Publisher.Publish(first.WarehouseFile, isSample: false, TestContext.Current.CancellationToken).Name;
        var repeated = Publisher.Publish(again.WarehouseFile, isSample: false, TestContext.Current.CancellationToken);
        Assert.Equal(name, repeated.Name);
        Assert.False(repeated.IsNew);
        Assert.False(repeated.PointerMoved);
        Assert.Single(Directory.EnumerateDirectories(_published));
    }

    [Fact]
    public void Other_content_gets_another_name_and_the_old_snapshot_stays()
    {
        using var first = new GivenLedgers(Plain);
        using var second = new GivenLedgers(Plain.Replace("ordered", "rectified", StringComparison.Ordinal));
        var old = Publisher.Publish(first.WarehouseFile, isSample: false, TestContext.Current.CancellationToken);
        var current = Publisher.Publish(second.WarehouseFile, isSample: false, TestContext.Current.CancellationToken);
        Assert.NotEqual(old.Name, current.Name);
        Assert.Equal(current.Name, File.ReadAllText(Path.Combine(_published, "CURRENT")).Trim());
        Assert.True(File.Exists(Path.Combine(_published, old.Name, "warehouse.duckdb")));
    }

    [Fact]
    public void A_build_that_breaks_a_law_is_not_published()
    {
        using var good = new GivenLedgers(Plain);
        using var broken = new GivenLedgers(Plain);
        broken.Break("update mart_month set closing = closing + 1");
        var name = Publisher.Publish(good.WarehouseFile, isSample: false, TestContext.Current.CancellationToken).Name;
        var fault = Assert.Throws<ChecksFailedException>(() => Publisher.Publish(broken.WarehouseFile, isSample: false, TestContext.Current.CancellationToken));
        Assert.Contains("stock_identity", fault.Message, StringComparison.Ordinal);
        Assert.Equal(name, File.ReadAllText(Path.Combine(_published, "CURRENT")).Trim());
        Assert.Single(Directory.EnumerateDirectories(_published));
    }

    [Fact]
    public void What_a_killed_publish_left_behind_is_swept_away()
    {
        var leftover = Path.Combine(_published, ".incoming-dead");
        Directory.CreateDirectory(leftover);
        File.WriteAllText(Path.Combine(leftover, "warehouse.duckdb"), "half");
        using var given = new GivenLedgers(Plain);
        Publisher.Publish(given.WarehouseFile, isSample: false, TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(leftover));
    }

    [Fact]
    public void Nothing_restricted_travels()
    {
        using var given = new GivenLedgers(Plain);
        var folder = Path.Combine(_published, Publisher.Publish(given.WarehouseFile, isSample: false, TestContext.Current.CancellationToken).Name);
        using var connection = DuckDbFile.OpenForReading(Path.Combine(folder, "warehouse.duckdb"));
        Assert.Empty(connection.Rows("select table_name from duckdb_tables() where table_name not similar to '(bridge|dim|fct|mart)_.*|metric|check_result|check_history'", row => row.GetString(0)));
        Assert.Empty(connection.Rows("select column_name from duckdb_columns() where column_name similar to '.*(phone_number|person|cells|fingerprint).*'", row => row.GetString(0)));
    }
}
