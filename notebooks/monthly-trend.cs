#:package DuckDB.NET.Data.Full
// The months of the published snapshot, one line each, by the metrics that travel inside it.
// Usage: dotnet run notebooks/monthly-trend.cs -- [DATA]
using System.Globalization;
using DuckDB.NET.Data;

var published = Path.Combine(args.FirstOrDefault() ?? "data", "published");
var pointer = Path.Combine(published, "CURRENT");
if (!File.Exists(pointer))
{
    await Console.Error.WriteLineAsync($"{published} holds no snapshot. Publish one first, or name the data directory: dotnet run notebooks/monthly-trend.cs -- DATA");
    return 3;
}

var snapshot = (await File.ReadAllTextAsync(pointer)).Trim();
await using var connection = new DuckDBConnection($"Data Source={Path.Combine(published, snapshot, "warehouse.duckdb")};ACCESS_MODE=READ_ONLY");
connection.Open();
await using var command = connection.CreateCommand();
command.CommandText = """
    select
        month,
        hazards_found(found),
        open_stock(closing),
        rectified_in_month(rectified),
        round(100 * on_time_rate(due_on_time, due_judgeable), 1),
        round(100 * verified_rate(verified_to_date, found_to_date), 1),
    from mart_month
    group by month
    order by month
    """;
await using var reader = await command.ExecuteReaderAsync();
Console.WriteLine($"{snapshot}\nmonth    found  open  rectified  on time %  verified %");
while (await reader.ReadAsync())
{
    string Cell(int column) => reader.IsDBNull(column) ? "—" : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!;
    Console.WriteLine($"{Cell(0)}  {Cell(1),5} {Cell(2),5} {Cell(3),10} {Cell(4),10} {Cell(5),11}");
}

return 0;
