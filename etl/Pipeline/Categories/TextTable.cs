using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace SafetyAnalytics.Pipeline.Categories;

/// <summary>A csv with the names of its columns, in UTF-8, UTF-16 or GB18030; separated by commas, or by what separates its header.</summary>
/// <param name="Columns">As written, without spaces around them.</param>
/// <param name="Rows">Each as long as <paramref name="Columns"/>. A line without anything on it is no row; an empty text in quotes is one.</param>
internal sealed record TextTable(string Path, IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows)
{
    private static readonly char[] s_separators = [',', '\t', ';'];

    /// <exception cref="PipelineException">The file is missing, unreadable, without a needed column, or a row has more cells than there are columns.</exception>
    public static TextTable Read(string path, IReadOnlyList<string> needed, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) throw new PipelineException(ExitCode.Cannot, Messages.Of("path_missing", path));
        var text = Text(path);
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, IgnoreBlankLines = false, Delimiter = Separator(text, needed) });
        string[]? columns = null;
        var rows = new List<string[]>();
        while (csv.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (string.IsNullOrWhiteSpace(csv.RawRecord)) continue;
            if (columns is not null) rows.Add(Fit(path, csv.RawRow, csv.Record!, columns.Length));
            else columns = [.. csv.Record!.Select(cell => cell.Trim())];
        }

        columns ??= [];
        if (needed.Any(column => Place(columns, column) < 0)) throw new PipelineException(ExitCode.Usage, Messages.Of("table_columns", path, string.Join(", ", needed), string.Join(", ", columns)));
        return new TextTable(path, columns, rows);
    }

    /// <summary>The cells of a column, by its name in any case.</summary>
    public IEnumerable<string> this[string column] => Place(Columns, column) is var place ? Rows.Select(row => row[place]) : [];

    private static string[] Fit(string path, int line, string[] cells, int width)
    {
        if (cells.Skip(width).Any(cell => cell.Length > 0)) throw new PipelineException(ExitCode.Usage, Messages.Of("table_row_long", path, line, cells.Length, width));
        return [.. Enumerable.Range(0, width).Select(i => i < cells.Length ? cells[i] : "")];
    }

    private static int Place(IReadOnlyList<string> columns, string column) => columns.ToList().FindIndex(name => name.Equals(column, StringComparison.OrdinalIgnoreCase));

    /// <summary>What parts the header into the columns that must be there; a text of one column holds commas of its own.</summary>
    private static string Separator(string text, IReadOnlyList<string> needed)
    {
        var header = new string([.. text.SkipWhile(char.IsWhiteSpace).TakeWhile(c => c is not ('\r' or '\n'))]);
        var fits = Array.FindIndex(s_separators, separator => needed.All(column => header.Split(separator).Any(name => name.Trim(' ', '"').Equals(column, StringComparison.OrdinalIgnoreCase))));
        return s_separators[Math.Max(0, fits)].ToString();
    }

    private static string Text(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return (bytes switch
            {
                [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
                _ when System.Text.Unicode.Utf8.IsValid(bytes) => Encoding.UTF8,
                _ => CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
            }).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("file_cannot_open", path, e.Message), e);
        }
    }

    /// <summary>Writes a csv, UTF-8, aside first: either all of it is there or nothing. A text that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
    /// <exception cref="PipelineException">The place cannot be written to.</exception>
    public static void Write(string path, IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows)
    {
        var aside = path + ".part";
        try
        {
            if (System.IO.Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
            using (var file = new StreamWriter(aside, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            using (var csv = new CsvWriter(file, CultureInfo.InvariantCulture))
            {
                foreach (var row in rows.Prepend(columns))
                {
                    foreach (var cell in row) csv.WriteField(QueryOutput.Harmless(cell));
                    csv.NextRecord();
                }
            }

            File.Move(aside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("file_not_writable", path, e.Message), e);
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
