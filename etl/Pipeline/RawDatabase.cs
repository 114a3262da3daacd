using DuckDB.NET.Data;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline;

/// <summary>
/// Opens the raw tables. DuckDB gives a file to one writer or to readers, and pages read decisions while the inbox lands: whoever comes second waits a while,
/// since both are done in moments.
/// </summary>
internal static class RawDatabase
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <summary>For the holder of <see cref="DataDirectory.LockForWriting"/>; every table is there.</summary>
    /// <exception cref="PipelineException">A reader does not let go of the file.</exception>
    /// <exception cref="WarehouseUnreadableException">The file is damaged.</exception>
    public static DuckDBConnection OpenForWriting(DataDirectory data) => Patiently(data, () =>
    {
        var connection = DuckDbFile.OpenForWriting(data.RestrictedFile);
        RawTables.Ensure(connection);
        return connection;
    });

    /// <summary>Asks the raw tables, or empty ones where nothing ever came.</summary>
    /// <exception cref="PipelineException">A writer does not let go of the file.</exception>
    /// <exception cref="WarehouseUnreadableException">The file is damaged.</exception>
    public static T Read<T>(DataDirectory data, Func<DuckDBConnection, T> ask) => Patiently(data, () =>
    {
        using var connection = OpenForReading(data);
        return ask(connection);
    });

    private static DuckDBConnection OpenForReading(DataDirectory data)
    {
        if (File.Exists(data.RestrictedFile)) return DuckDbFile.OpenForReading(data.RestrictedFile);
        var empty = DuckDbFile.OpenForWriting(":memory:");
        RawTables.Ensure(empty);
        return empty;
    }

    private static T Patiently<T>(DataDirectory data, Func<T> act)
    {
        for (var waited = TimeSpan.Zero; ; waited += s_pause)
        {
            try
            {
                return act();
            }
            catch (WarehouseLockedException e)
            {
                if (waited >= s_patience) throw new PipelineException(ExitCode.Cannot, Messages.Of("data_locked", data.Root), e) { IsBusy = true };
                Thread.Sleep(s_pause);
            }
        }
    }
}
