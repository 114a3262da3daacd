using System.Data;
using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>Opens the writer's own DuckDB files, and runs statements on them.</summary>
public static class DuckDbFile
{
    /// <summary>Opens <paramref name="path"/> for writing, creating it if absent. No extension is ever fetched.</summary>
    /// <exception cref="WarehouseLockedException">Another process holds the file, or a reader in this one.</exception>
    /// <exception cref="WarehouseUnreadableException">The file is no DuckDB file, or damaged.</exception>
    public static DuckDBConnection OpenForWriting(string path)
    {
        var connection = Opened(path, $"Data Source={path}");
        connection.Run("set autoload_known_extensions = false");
        if (!IsReadOnly(connection)) return connection;
        connection.Dispose();
        throw new WarehouseLockedException(path);
    }

    /// <summary>Bytes. On a file below it every statement is done before a second thread has woken.</summary>
    public const long Little = 8 << 20;

    /// <summary>Tells a connection to take one thread when it works on a little file; DuckDB's default otherwise.</summary>
    public static void SuitTo(this DuckDBConnection connection, string path)
    {
        if (new FileInfo(path).Length < Little) connection.Run("set threads = 1");
    }

    /// <summary>Opens a finished file that nobody writes.</summary>
    /// <exception cref="WarehouseLockedException">A writer holds the file after all.</exception>
    /// <exception cref="WarehouseUnreadableException">The file is no DuckDB file, or damaged.</exception>
    public static DuckDBConnection OpenForReading(string path) => Opened(path, $"Data Source={path};ACCESS_MODE=READ_ONLY");

    private static DuckDBConnection Opened(string path, string source)
    {
        var connection = new DuckDBConnection(source);
        try
        {
            connection.Open();
        }
        catch (DuckDBException e) when (e.Message.Contains("lock", StringComparison.OrdinalIgnoreCase))
        {
            connection.Dispose();
            throw new WarehouseLockedException(path, e);
        }
        catch (DuckDBException e)
        {
            connection.Dispose();
            throw new WarehouseUnreadableException(path, e.Message.ReplaceLineEndings(" "), e);
        }

        connection.Run("set autoinstall_known_extensions = false");
        return connection;
    }

    /// <summary>A process has one database for a file: whoever opens it second gets it as the first did, and learns of it only at the first write.</summary>
    private static bool IsReadOnly(DuckDBConnection connection) => connection.Scalar("select readonly from duckdb_databases() where database_name = current_database()") is true;

    public static int Run(this DuckDBConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    public static void InOneTransaction(this DuckDBConnection connection, Action act)
    {
        using var transaction = connection.BeginTransaction();
        act();
        transaction.Commit();
    }

    public static object? Scalar(this DuckDBConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        var value = command.ExecuteScalar();
        return value is DBNull ? null : value;
    }

    /// <summary>Every row of a query, each mapped while the reader stands on it.</summary>
    public static IReadOnlyList<T> Rows<T>(this DuckDBConnection connection, string sql, Func<IDataRecord, T> map, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(map(reader));
        return rows;
    }

    public static string? TextOrNull(this IDataRecord record, int column) => record.IsDBNull(column) ? null : record.GetString(column);

    private static DuckDBCommand Command(this DuckDBConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.Add(new DuckDBParameter(name, value ?? DBNull.Value));
        return command;
    }
}

/// <summary>Somebody else is writing: the one thing two processes cannot do at once.</summary>
public sealed class WarehouseLockedException(string path, Exception? innerException = null)
    : Exception($"{path} is held by another process.", innerException)
{
    public string Path { get; } = path;
}

/// <summary>A file of the data directory that DuckDB cannot open.</summary>
public sealed class WarehouseUnreadableException(string path, string problem, Exception? innerException = null)
    : Exception($"{path}: {problem}", innerException)
{
    public string Path { get; } = path;

    public string Problem { get; } = problem;
}
