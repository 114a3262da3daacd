using System.Globalization;
using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Tests.Reading;

/// <summary>
/// A published directory of 24 months of invented hazards, made by real DuckDB from a few lines of SQL and shaped like the real one.
/// Its monthly table is counted from its hazards, so a page that shows one and lists the other can be held to account.
/// </summary>
public sealed class PublishedFixture : IDisposable
{
    public const string First = "2024-04-0123456789ab";
    public const string Second = "2024-05-ba9876543210";

    public PublishedFixture(bool empty = false)
    {
        Data = Path.Combine(Path.GetTempPath(), "published-" + Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(Published);
        if (empty) return;
        Write(First);
        Point(First);
    }

    /// <summary>The data directory.</summary>
    public string Data { get; }

    public string Published => Path.Combine(Data, "published");

    /// <param name="hazards">How many hazards are spread over the months.</param>
    public void Write(string name, int hazards = 600)
    {
        var last = DateOnly.ParseExact(name[..7] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var asOf = last.AddMonths(1).AddDays(-1);
        var folder = Path.Combine(Published, name);
        Directory.CreateDirectory(folder);
        using (var connection = new DuckDBConnection($"DataSource={Path.Combine(folder, "warehouse.duckdb")}"))
        {
            connection.Open();
            Run(connection, $"set variable as_of = date '{asOf:yyyy-MM-dd}'; set variable hazards = {hazards.ToString(CultureInfo.InvariantCulture)}");
            foreach (var statement in FixtureSql.All.Split(";;", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) Run(connection, statement);
        }

        File.WriteAllText(Path.Combine(folder, "manifest.json"), $$"""
            { "name": "{{name}}", "as_of": "{{asOf:yyyy-MM-dd}}", "first_month": "2022-05", "last_month": "{{name[..7]}}",
              "published_at": "2024-05-06T01:30:00Z", "is_sample": true, "ledger_files": 412,
              "tables": [{ "name": "mart_hazard", "rows": {{hazards.ToString(CultureInfo.InvariantCulture)}}, "content_hash": "00" }],
              "checks": [{ "check": "stock_identity", "state": "pass", "failures": 0 }], "files": [] }
            """);
    }

    /// <summary>Changes a snapshot nobody has opened yet.</summary>
    public void Change(string name, string sql)
    {
        using var connection = new DuckDBConnection($"DataSource={Path.Combine(Published, name, "warehouse.duckdb")}");
        connection.Open();
        Run(connection, sql);
    }

    /// <summary>Moves the pointer by rename, as publishing does.</summary>
    public void Point(string name)
    {
        var next = Path.Combine(Published, "CURRENT.next");
        File.WriteAllText(next, name + "\n");
        File.Move(next, Path.Combine(Published, "CURRENT"), overwrite: true);
    }

    public void Dispose() => Directory.Delete(Data, recursive: true);

    private static void Run(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
