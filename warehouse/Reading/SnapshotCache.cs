using System.Collections.Concurrent;
using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Answers already given. A snapshot never changes, so an answer is right for as long as the snapshot is open.</summary>
internal sealed class SnapshotCache(SnapshotDatabase database)
{
    // An overview asks some ten questions; four thousand remember the slices of a long meeting in a few tens of megabytes.
    private const int MostAnswers = 4096;

    private readonly ConcurrentDictionary<string, object> _answers = new(StringComparer.Ordinal);

    /// <summary>Runs the question and forgets the answer: for those too large to keep.</summary>
    public IReadOnlyList<T> ReadOnce<T>(string sql, Question question, Func<DuckDBDataReader, T> row) => database.Read(sql, question, row);

    /// <summary>Runs the question once, however many ask at the same moment. A failed one is asked anew.</summary>
    public IReadOnlyList<T> Read<T>(string sql, Question question, Func<DuckDBDataReader, T> row)
    {
        var key = question.KeyWith(sql);
        if (_answers.Count >= MostAnswers) _answers.Clear();
        var answer = (Lazy<IReadOnlyList<T>>)_answers.GetOrAdd(key, _ => new Lazy<IReadOnlyList<T>>(() => database.Read(sql, question, row)));
        try
        {
            return answer.Value;
        }
        catch
        {
            _answers.TryRemove(key, out _);
            throw;
        }
    }
}
