using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>The answer to a caller's own SQL, streaming. Dispose it to end the query and let the snapshot go.</summary>
public sealed class RawResult : IDisposable
{
    private readonly DuckDBConnection connection;
    private readonly DuckDBCommand command;
    private readonly DuckDBDataReader reader;
    private readonly Func<int, object?>[] valueReaders;
    private readonly CancellationTokenRegistration cancelling;
    private readonly CancellationToken cancellation;

    internal RawResult(DuckDBConnection connection, string sql, CancellationToken cancellation)
    {
        this.connection = connection;
        this.cancellation = cancellation;
        command = connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        cancelling = cancellation.Register(command.Cancel);
        try
        {
            reader = Guarded(command.ExecuteReader);
            valueReaders = [.. Enumerable.Range(0, reader.FieldCount).Select(ReaderOf)];
            Columns = [.. Enumerable.Range(0, reader.FieldCount).Select(i => new RawColumn(reader.GetName(i), reader.GetDataTypeName(i)))];
        }
        catch
        {
            cancelling.Dispose();
            command.Dispose();
            connection.Dispose();
            throw;
        }
    }

    public IReadOnlyList<RawColumn> Columns { get; }

    /// <summary>Values as .NET types by column, null for NULL, lists as lists. Can be enumerated once.</summary>
    /// <exception cref="QueryRefusedException">The query failed while running, or the text held a second statement.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IEnumerable<object?[]> Rows()
    {
        while (Guarded(reader.Read))
        {
            var row = new object?[Columns.Count];
            for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i) ? null : valueReaders[i](i);
            yield return row;
        }

        if (Guarded(reader.NextResult)) throw new QueryRefusedException("Ask one statement at a time: the text holds a second one.");
    }

    public void Dispose()
    {
        cancelling.Dispose();
        reader.Dispose();
        command.Dispose();
        connection.Dispose();
    }

    /// <summary>The driver reads a list as one of bare values and refuses a null in it, unless asked for a list of nullable ones.</summary>
    private Func<int, object?> ReaderOf(int column)
    {
        var type = reader.GetFieldType(column);
        var nullable = Nullable(type);
        if (nullable == type) return reader.GetValue;
        var get = typeof(DuckDBDataReader).GetMethod(nameof(DuckDBDataReader.GetFieldValue))!.MakeGenericMethod(nullable);
        return get.CreateDelegate<Func<int, object?>>(reader);
    }

    private static Type Nullable(Type type)
    {
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(List<>)) return type;
        var item = type.GetGenericArguments()[0];
        return typeof(List<>).MakeGenericType(item.IsValueType && System.Nullable.GetUnderlyingType(item) is null ? typeof(Nullable<>).MakeGenericType(item) : Nullable(item));
    }

    private T Guarded<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (DuckDBException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (DuckDBException fault)
        {
            throw new QueryRefusedException(fault.Message, fault);
        }
    }
}

/// <param name="TypeName">DuckDB's own name of the type.</param>
public sealed record RawColumn(string Name, string TypeName);
