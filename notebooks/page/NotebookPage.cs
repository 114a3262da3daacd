using System.Globalization;
using System.Net;
using System.Text;
using DuckDB.NET.Data;

namespace SafetyAnalytics.Notebooks;

/// <summary>
/// A page of text, tables and charts about the published snapshot, which is opened read-only. Written to <c>notebooks/out</c>, or where the second argument says.
/// It computes nothing: what it shows, a query says.
/// </summary>
internal sealed class NotebookPage : IDisposable
{
    private const string Style =
        "body{font:16px/1.6 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','WenQuanYi Micro Hei',system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#1b2430}"
        + "table{border-collapse:collapse;margin:1rem 0}th,td{padding:.3rem .7rem;border-bottom:1px solid #d9dee5;text-align:left}td.n{text-align:right;font-variant-numeric:tabular-nums}"
        + "pre{background:#f4f6f8;padding:.8rem;overflow-x:auto}svg{max-width:100%;height:auto}.soft{color:#4c5866}";

    private readonly DuckDBConnection _connection;
    private readonly StringBuilder _body = new();
    private readonly string _file;

    private NotebookPage(DuckDBConnection connection, string file) => (_connection, _file) = (connection, file);

    /// <summary>Runs a notebook: <c>dotnet run notebooks/NAME.cs -- [DATA] [OUT]</c>.</summary>
    /// <param name="ask">Fills the page.</param>
    /// <returns>0; 3 when nothing is published there.</returns>
    public static int Write(string[] args, string name, string title, Action<NotebookPage> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var published = Path.Combine(args.ElementAtOrDefault(0) ?? "data", "published");
        var pointer = Path.Combine(published, "CURRENT");
        if (!File.Exists(pointer))
        {
            Console.Error.WriteLine($"{published} holds no snapshot. Publish one first, or name the data directory: dotnet run notebooks/{name}.cs -- DATA");
            return 3;
        }

        var snapshot = File.ReadAllText(pointer).Trim();
        using var connection = new DuckDBConnection($"Data Source={Path.Combine(published, snapshot, "warehouse.duckdb")};ACCESS_MODE=READ_ONLY");
        connection.Open();
        using var page = new NotebookPage(connection, Path.Combine(args.ElementAtOrDefault(1) ?? Path.Combine("notebooks", "out"), name + ".html"));
        page._body.Append(CultureInfo.InvariantCulture, $"<h1>{Text(title)}</h1><p class=\"soft\">{Text(snapshot)}</p>");
        ask(page);
        page.Save(title);
        Console.WriteLine(page._file);
        return 0;
    }

    /// <summary>The metric's own expression, from the snapshot's table <c>metric</c>: no notebook defines a number anew.</summary>
    /// <exception cref="ArgumentException">The snapshot has no such metric.</exception>
    public string Metric(string key) => Ask("select sql from metric where key = '" + key + "'").Rows is [[string sql]] ? sql : throw new ArgumentException($"The snapshot has no metric '{key}'.", nameof(key));

    public bool Has(string table) => Ask($"select 1 from duckdb_tables() where table_name = '{table}'").Rows.Count > 0;

    public Answer Ask(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return new Answer([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], rows);
    }

    public void Say(string text) => _body.Append(CultureInfo.InvariantCulture, $"<p>{Text(text)}</p>");

    /// <summary>A table of all rows, with the query that gave them.</summary>
    public Answer Table(string heading, string sql)
    {
        var answer = Ask(sql);
        _body.Append(CultureInfo.InvariantCulture, $"<h2>{Text(heading)}</h2><table><thead><tr>{string.Concat(answer.Columns.Select(column => $"<th scope=\"col\">{Text(column)}</th>"))}</tr></thead><tbody>");
        foreach (var row in answer.Rows) _body.Append(CultureInfo.InvariantCulture, $"<tr>{string.Concat(row.Select(Cell))}</tr>");
        if (answer.Rows.Count == 0) _body.Append(CultureInfo.InvariantCulture, $"<tr><td colspan=\"{answer.Columns.Count}\">无 · none</td></tr>");
        _body.Append(CultureInfo.InvariantCulture, $"</tbody></table><details><summary>SQL</summary><pre>{Text(sql)}</pre></details>");
        return answer;
    }

    public void Chart(string svg) => _body.Append(CultureInfo.InvariantCulture, $"<figure>{svg}</figure>");

    public void Dispose() => _connection.Dispose();

    internal static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Cell(object? value) => value switch
    {
        null => "<td class=\"n\">—</td>",
        string text => $"<td>{Text(text)}</td>",
        IFormattable number => $"<td class=\"n\">{Text(number.ToString(number is double or float or decimal ? "0.###" : number is DateTime or DateOnly ? "yyyy-MM-dd" : null, CultureInfo.InvariantCulture))}</td>",
        _ => $"<td>{Text(value.ToString() ?? "")}</td>",
    };

    private void Save(string title)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        File.WriteAllText(_file, $"<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{Text(title)}</title><style>{Style}</style></head><body>{_body}</body></html>");
    }
}

/// <param name="Rows">Each in the order of the columns.</param>
internal sealed record Answer(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows)
{
    public IEnumerable<string> Texts(int column) => Rows.Select(row => Convert.ToString(row[column], CultureInfo.InvariantCulture) ?? "");

    /// <summary>Null where there is no number.</summary>
    public IEnumerable<double?> Numbers(int column) => Rows.Select(row => row[column] is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : (double?)null);
}
