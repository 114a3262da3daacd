using System.Text;
using ExcelDataReader;
using SafetyAnalytics.Bench.Measuring;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Bench.Works;

/// <summary>What the same files cost those who do much less with them.</summary>
internal static class Floors
{
    /// <summary>DuckDB's own reader into a table of a file, and a checkpoint.</summary>
    public static void ReadCsv(BenchFolder folder, string set, LapClock clock)
    {
        var file = Path.Combine(folder.Fresh("floor"), "floor.duckdb");
        clock.Start();
        using var connection = DuckDbFile.OpenForWriting(file);
        connection.Run("create table ledger as from read_csv($files, all_varchar = true, filename = true)", ("files", Pattern(folder, set)));
        connection.Run("checkpoint");
    }

    /// <summary>ExcelDataReader, one file after the other, each cell fetched and dropped.</summary>
    public static void ReadXlsx(BenchFolder folder, string set, LapClock clock)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        clock.Start();
        var cells = 0L;
        foreach (var path in folder.Files(set))
        {
            using var stream = File.OpenRead(path);
            using var reader = ExcelReaderFactory.CreateReader(stream);
            while (reader.Read())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    if (reader.GetValue(column) is not null) cells++;
                }
            }
        }

        if (cells == 0) throw new InvalidOperationException("The reader found no cell.");
    }

    /// <summary>
    /// The plain version of the same job in DuckDB's SQL alone (<c>same_job.sql</c>): normalise, classify, dates, exact unit key, star, cube.
    /// No lineage, no waiting rows, no near-same texts, no checks, no snapshot.
    /// </summary>
    public static void SameJob(BenchFolder folder, string set, LapClock clock)
    {
        var file = Path.Combine(folder.Fresh("floor"), "floor.duckdb");
        using var stream = typeof(Floors).Assembly.GetManifestResourceStream("same_job.sql")!;
        using var text = new StreamReader(stream, Encoding.UTF8);
        var sql = text.ReadToEnd();
        clock.Start();
        using var connection = DuckDbFile.OpenForWriting(file);
        connection.Run("set variable files = $files::varchar", ("files", Pattern(folder, set)));
        connection.Run(sql);
        connection.Run("checkpoint");
    }

    private static string Pattern(BenchFolder folder, string set) => Path.Combine(folder.Ledgers(set), "*.csv");
}
