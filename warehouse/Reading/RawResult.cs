using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>The answer to a caller's own SQL, streaming. Dispose it to end the query and let the snapshot go.</summary>
public sealed class RawResult : IDisposable
{
    private readonly DuckDBConnection _connection;
    private readonly DuckDBCommand _command;
    private readonly DuckDBDataReader _reader;
    private readonly Func<int, object?>[] _valueReaders;
    private readonly CancellationTokenRegistration _cancelling;
    private readonly CancellationToken _cancellation;

    internal RawResult(DuckDBConnection connection, string sql, CancellationToken cancellation)
    {
        _connection = connection;
        _cancellation = cancellation;
        _command = _connection.CreateCommand();
        _command.CommandText = sql;
        _command.UseStreamingMode = true;
        _cancelling = _cancellation.Register(_command.Cancel);
        try
        {
            _reader = Guarded(_command.ExecuteReader);
            _valueReaders = [.. Enumerable.Range(0, _reader.FieldCount).Select(ReaderOf)];
            Columns = [.. Enumerable.Range(0, _reader.FieldCount).Select(i => new RawColumn(_reader.GetName(i), _reader.GetDataTypeName(i)))];
        }
        catch
        {
            _cancelling.Dispose();
            _command.Dispose();
            _connection.Dispose();
            throw;
        }
    }

    public IReadOnlyList<RawColumn> Columns { get; }

    /// <summary>Values as .NET types by column, null for NULL, lists as lists. Can be enumerated once.</summary>
    /// <exception cref="QueryRefusedException">The query failed while running, or the text held a second statement.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IEnumerable<object?[]> Rows()
    {
        while (Guarded(_reader.Read))
        {
            var row = new object?[Columns.Count];
            for (var i = 0; i < row.Length; i++) row[i] = _reader.IsDBNull(i) ? null : _valueReaders[i](i);
            yield return row;
        }

        if (Guarded(_reader.NextResult)) throw new QueryRefusedException("Ask one statement at a time: the text holds a second one.");
    }

    public void Dispose()
    {
        _cancelling.Dispose();
        _reader.Dispose();
        _command.Dispose();
        _connection.Dispose();
    }

    /// <summary>The driver reads a list as one of bare values and refuses a null in it, unless asked for a list of nullable ones.</summary>
    private Func<int, object?> ReaderOf(int column)
    {
        var type = _reader.GetFieldType(column);
        var nullable = Nullable(type);
        if (nullable == type) return _reader.GetValue;
        var get = typeof(DuckDBDataReader).GetMethod(nameof(DuckDBDataReader.GetFieldValue))!.MakeGenericMethod(nullable);
        return get.CreateDelegate<Func<int, object?>>(_reader);
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
        catch (DuckDBException) when (_cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(_cancellation);
        }
        catch (DuckDBException fault)
        {
            throw new QueryRefusedException(fault.Message, fault);
        }
    }
}

/// <param name="TypeName">DuckDB's own name of the type.</param>
public sealed record RawColumn(string Name, string TypeName);
