using System.Collections.Concurrent;
using System.Text.Json;
using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>The order of a build, read from the SQL itself: DuckDB parses each SELECT and lists the tables it reads.</summary>
public static class ModelGraph
{
    /// <summary>A text reads the same tables for as long as the process lives; a page that builds after every upload parses it once.</summary>
    private static readonly ConcurrentDictionary<string, IReadOnlySet<string>> s_parsed = new(StringComparer.Ordinal);

    /// <summary>The tables a SELECT reads, its own CTEs left out.</summary>
    /// <exception cref="InvalidOperationException">The text is not one SELECT; DuckDB's words say where.</exception>
    public static IReadOnlySet<string> ReadsOf(DuckDBConnection connection, SqlModel model) => ReadsOf(connection, model.Name, model.Sql);

    /// <inheritdoc cref="ReadsOf(DuckDBConnection, SqlModel)"/>
    /// <param name="name">What the error calls it.</param>
    public static IReadOnlySet<string> ReadsOf(DuckDBConnection connection, string name, string sql) => s_parsed.GetOrAdd(sql, _ => Parse(connection, name, sql));

    private static HashSet<string> Parse(DuckDBConnection connection, string name, string sql)
    {
        var json = (string)connection.Scalar("select json_serialize_sql($sql::varchar)", ("sql", sql))!;
        using var tree = JsonDocument.Parse(json);
        if (tree.RootElement.GetProperty("error").GetBoolean())
            throw new InvalidOperationException($"{name} is not one SELECT: {tree.RootElement.GetProperty("error_message").GetString()}");

        var tables = new HashSet<string>(StringComparer.Ordinal);
        var expressions = new HashSet<string>(StringComparer.Ordinal);
        Walk(tree.RootElement, tables, expressions);
        tables.ExceptWith(expressions);
        return tables;
    }

    /// <summary>Nodes in an order in which each comes after all it reads; among the free ones, by name.</summary>
    /// <exception cref="InvalidOperationException">A circle, or a relation nobody makes.</exception>
    public static IReadOnlyList<T> InOrder<T>(IReadOnlyCollection<T> nodes, Func<T, IEnumerable<string>> makes, Func<T, IEnumerable<string>> reads, IReadOnlySet<string> given)
    {
        var ready = new HashSet<string>(given, StringComparer.Ordinal);
        var waiting = nodes.OrderBy(node => makes(node).First(), StringComparer.Ordinal).ToList();
        var order = new List<T>(waiting.Count);
        while (waiting.Count > 0)
        {
            var next = waiting.FindIndex(node => reads(node).All(ready.Contains));
            if (next < 0)
            {
                var stuck = waiting.Select(node => $"{makes(node).First()} needs {string.Join(", ", reads(node).Where(read => !ready.Contains(read)))}");
                throw new InvalidOperationException($"No order of the models works: {string.Join("; ", stuck)}.");
            }

            order.Add(waiting[next]);
            ready.UnionWith(makes(waiting[next]));
            waiting.RemoveAt(next);
        }

        return order;
    }

    private static void Walk(JsonElement element, HashSet<string> tables, HashSet<string> expressions)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                if (element.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String && type.ValueEquals("BASE_TABLE")) tables.Add(element.GetProperty("table_name").GetString()!);
                if (element.TryGetProperty("cte_map", out var ctes))
                {
                    foreach (var cte in ctes.GetProperty("map").EnumerateArray()) expressions.Add(cte.GetProperty("key").GetString()!);
                }

                foreach (var property in element.EnumerateObject()) Walk(property.Value, tables, expressions);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Walk(item, tables, expressions);
                break;
        }
    }
}
