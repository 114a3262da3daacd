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
        Assert.Contains(manifest.Files, file => file.Path == "parquet/mart_hazard/region=磁器口街道/mart_hazard.parquet");
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
            var columns = string.Join(", ", connection.Rows("select column_name from duckdb_columns() where table_name = $table order by column_index", row => row.GetString(0), ("table", table.Name)));
            var parquet = $"select {columns} from read_parquet('{Path.Combine(folder, "parquet", table.Name)}/**/*.parquet', hive_partitioning = true, hive_types_autocast = false)";
            Assert.Equal(0L, connection.Scalar($"select count(*) from ((from {table.Name} except all {parquet}) union all ({parquet} except all from {table.Name}))"));
        }
    }

    [Fact]
    public void One_flipped_byte_is_found_and_named_in_every_file()
    {
        using var given = new GivenLedgers(Plain);
        var folder = Path.Combine(_published, Publisher.Publish(given.WarehouseFile, isSample: false, TestContext.Current.CancellationToken).Name);
        Assert.True(SnapshotVerification.Of(folder, TestContext.Current.CancellationToken).IsWhole);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToList())
        {
            var bytes = File.ReadAllBytes(path);
            if (bytes.Length == 0) continue;
            var place = (int)(bytes.LongLength * 2 / 3);
            bytes[place] ^= 1;
            File.WriteAllBytes(path, bytes);
            var damaged = SnapshotVerification.Of(folder, TestContext.Current.CancellationToken).Damaged;
            Assert.Contains(new DamagedFile(Path.GetRelativePath(folder, path), FileFault.Changed), damaged);
            bytes[place] ^= 1;
            File.WriteAllBytes(path, bytes);
        }

        Assert.True(SnapshotVerification.Of(folder, TestContext.Current.CancellationToken).IsWhole);
    }

    [Fact]
    public void A_missing_file_and_one_too_many_are_named()
    {
        using var given = new GivenLedgers(Plain);
        var folder = Path.Combine(_published, Publisher.Publish(given.WarehouseFile, isSample: false, TestContext.Current.CancellationToken).Name);
        File.Delete(Path.Combine(folder, "dictionary.md"));
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "mine");
        Assert.Equal([new DamagedFile("dictionary.md", FileFault.Missing), new DamagedFile("notes.txt", FileFault.Extra)], SnapshotVerification.Of(folder, TestContext.Current.CancellationToken).Damaged);
    }

    [Fact]
    public void Regions_published_apart_are_read_as_one()
    {
        foreach (var region in new[] { "甲街道", "乙街道" })
        {
            var thresholds = Seeds.Embedded()["thresholds"];
            var named = thresholds with { Rows = [.. thresholds.Rows.Select(row => row[0] == RegionName.Column ? [row[0], region, .. row[2..]] : row)] };
            using var given = new GivenLedgers(Plain, seeds: Seeds.Embedded().With(named));
            new SnapshotPublisher(Path.Combine(_published, region), TimeProvider.System).Publish(given.WarehouseFile, isSample: false, TestContext.Current.CancellationToken);
        }

        using var connection = DuckDbFile.OpenForWriting(":memory:");
        Assert.Equal(
            ["乙街道 2022-05 1", "甲街道 2022-05 1"],
            connection.Rows($"select concat_ws(' ', region, month, sum(found)) from read_parquet('{_published}/*/*/parquet/mart_month/**/*.parquet', hive_partitioning = true) group by region, month order by 1", row => row.GetString(0)));
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
        Assert.Empty(connection.Rows("select table_name from duckdb_tables() where table_name not similar to '(bridge|dim|fct|mart)_.*|metric|check_result|check_history|relation'", row => row.GetString(0)));
        Assert.Empty(connection.Rows("select column_name from duckdb_columns() where column_name similar to '.*(phone_number|person|cells|fingerprint).*'", row => row.GetString(0)));
    }
}
