using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Linking;

namespace SafetyAnalytics.Pipeline.Matching;

/// <summary>The rows of a file as mentions: equal rows are one mention.</summary>
/// <param name="OfRow">Row → its mention.</param>
/// <param name="FirstRow">Mention → the first row that has it, from 1.</param>
/// <param name="Truth">Row → number of its true unit, −1 where the cell is empty; null without a truth column.</param>
internal sealed record MatchRows(IReadOnlyList<UnitMention> Mentions, IReadOnlyList<int> OfRow, IReadOnlyList<int> FirstRow, IReadOnlyList<int>? Truth)
{
    public int Count => OfRow.Count;
}

/// <summary>A csv file of units. It is read twice, once for what is compared and once to be passed through, so that a million wide rows need not lie in memory.</summary>
internal sealed class MatchFile
{
    private static readonly Dictionary<string, string[]> s_columns = new(StringComparer.Ordinal)
    {
        ["name"] = ["name", "unit_name", "单位名称", "名称", "企业名称"],
        ["address"] = ["address", "unit_address", "单位地址", "地址"],
        ["phone"] = ["phone", "telephone", "联系电话", "电话", "手机"],
        ["person"] = ["person", "单位负责人", "负责人", "联系人"],
    };

    /// <summary>Columns the output adds; the input must not have them.</summary>
    public static IReadOnlyList<string> Added { get; } = ["unit_key", "probability", "decision"];

    private readonly string _path;
    private readonly Encoding _encoding;
    private readonly int _name, _address, _phone, _person, _truth;

    public MatchFile(string path, string? truth)
    {
        _path = path;
        if (!File.Exists(path)) throw new PipelineException(ExitCode.Cannot, Messages.Of("match_no_file", path));
        _encoding = EncodingOf(path);
        Header = HeaderOf();
        (_name, _address, _phone, _person) = (Find("name"), Find("address"), Find("phone"), Find("person"));
        if (_name < 0 && _address < 0 && _phone < 0 && _person < 0) throw new PipelineException(ExitCode.Usage, Messages.Of("match_no_column", path, string.Join(", ", Header)));
        if (Header.FirstOrDefault(column => Added.Contains(column.Trim(), StringComparer.OrdinalIgnoreCase)) is { } taken) throw new PipelineException(ExitCode.Usage, Messages.Of("match_column_taken", path, taken));
        _truth = truth is null ? -1 : IndexOf(truth);
        if (truth is not null && _truth < 0) throw new PipelineException(ExitCode.Usage, Messages.Of("match_no_truth", path, truth, string.Join(", ", Header)));
    }

    public IReadOnlyList<string> Header { get; }

    public MatchRows Read(CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<(string, string, string, string), int>();
        var drafts = new List<(string Name, string Address, string Phone, string Person)>();
        var counts = new List<int>();
        var first = new List<int>();
        var ofRow = new List<int>();
        var truths = new Dictionary<string, int>(StringComparer.Ordinal);
        var truth = _truth < 0 ? null : new List<int>();
        foreach (var cells in Rows(cancellationToken))
        {
            var key = (Cell(cells, _name), Cell(cells, _address), Cell(cells, _phone), Cell(cells, _person));
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers[key] = number = drafts.Count;
                drafts.Add(key);
                counts.Add(0);
                first.Add(ofRow.Count + 1);
            }

            counts[number]++;
            ofRow.Add(number);
            if (truth is null) continue;
            var unit = Cell(cells, _truth);
            if (unit.Length > 0) truths.TryAdd(unit, truths.Count);
            truth.Add(unit.Length > 0 ? truths[unit] : -1);
        }

        return new MatchRows([.. drafts.Select((draft, i) => Mention(draft, counts[i]))], ofRow, first, truth);
    }

    /// <summary>Every row, as wide as the header: what is missing at its end is empty.</summary>
    /// <exception cref="PipelineException">A row is wider than the header, or not csv.</exception>
    public IEnumerable<string[]> Rows(CancellationToken cancellationToken)
    {
        using var reader = Open();
        using var csv = new CsvParser(reader, Configuration());
        Next(csv);
        for (var row = 1; Next(csv); row++)
        {
            if (row % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            var cells = csv.Record!;
            if (cells.Length > Header.Count && cells.Skip(Header.Count).Any(cell => cell.Length > 0))
                throw new PipelineException(ExitCode.Usage, Messages.Of("match_wide_row", _path, csv.RawRow, cells.Length, Header.Count));
            if (cells.Length != Header.Count) Array.Resize(ref cells, Header.Count);
            for (var i = 0; i < cells.Length; i++) cells[i] ??= "";
            yield return cells;
        }
    }

    private static UnitMention Mention((string Name, string Address, string Phone, string Person) draft, int count)
    {
        var people = draft.Person.Length == 0 ? PeopleReading.None : People.Read(draft.Person);
        var phones = draft.Phone.Length == 0 ? [] : Phones.Read(draft.Phone).Numbers;
        return new UnitMention(draft.Name, draft.Address, count) { Phones = [.. phones, .. people.Phones, .. Phones.FindIn(draft.Name)], Persons = people.Names };
    }

    private static string Cell(string[] cells, int column) => column < 0 ? "" : cells[column].Trim();

    private int Find(string kind) => s_columns[kind].Select(IndexOf).FirstOrDefault(index => index >= 0, -1);

    private int IndexOf(string column) => Header.ToList().FindIndex(name => string.Equals(name.Trim(), column.Trim(), StringComparison.OrdinalIgnoreCase));

    private string[] HeaderOf()
    {
        using var reader = Open();
        using var csv = new CsvParser(reader, Configuration());
        return Next(csv) ? csv.Record! : throw new PipelineException(ExitCode.Usage, Messages.Of("match_empty", _path));
    }

    private bool Next(CsvParser csv)
    {
        try
        {
            return csv.Read();
        }
        catch (Exception e) when (e is CsvHelperException or DecoderFallbackException or IOException)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("match_not_csv", _path, csv.RawRow, e.Message.ReplaceLineEndings(" ").Split("  ")[0]), e);
        }
    }

    private StreamReader Open()
    {
        try
        {
            return new StreamReader(_path, _encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("match_unreadable", _path, e.Message), e);
        }
    }

    private static CsvConfiguration Configuration() => new(CultureInfo.InvariantCulture) { BadDataFound = null, DetectColumnCountChanges = false };

    /// <summary>UTF-8 when every byte fits, else GB18030, as Chinese spreadsheets save it. A byte order mark overrides both.</summary>
    private static Encoding EncodingOf(string path)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        try
        {
            using var reader = new StreamReader(path, utf8, detectEncodingFromByteOrderMarks: true, 1 << 16);
            var block = new char[1 << 16];
            while (reader.Read(block, 0, block.Length) > 0)
            {
                // Only whether it can be read is asked.
            }

            return utf8;
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("match_unreadable", path, e.Message), e);
        }
    }
}
