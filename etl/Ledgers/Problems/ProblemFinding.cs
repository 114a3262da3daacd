using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Problems;

/// <summary>Gathers problems with their words and places.</summary>
internal sealed class ProblemFinding(LandedFile file, FileReading reading, ReasonWords words)
{
    private readonly Dictionary<int, SheetCells> _sheets = file.Sheets.ToDictionary(sheet => sheet.Number, sheet => new SheetCells(sheet));
    private readonly Dictionary<int, PartReading> _parts = reading.Parts.ToDictionary(part => part.Number);
    private readonly Dictionary<(int Sheet, int? Row, int? Column, string Code, int? Part), LedgerProblem> _found = [];

    public IEnumerable<SheetCells> Sheets => file.Sheets.Select(sheet => _sheets[sheet.Number]);

    public CureWords Cures { get; } = new(words);

    public SheetCells Sheet(int number) => _sheets[number];

    public PartReading? Part(int? number) => number is { } known ? _parts.GetValueOrDefault(known) : null;

    public bool Has(string code) => _found.Keys.Any(key => key.Code == code);

    /// <summary>Keeps the problem, once for each place and code.</summary>
    /// <param name="detail">Added to the seed's cure; empty when there is nothing to add.</param>
    /// <param name="part">The ledger a cell stands in, for the names of its columns and persons.</param>
    public void Add(string code, int sheetNumber, int? row, int? column, bool waits, PartReading? part, string detail = "", LedgerColumn? meaning = null, IReadOnlyList<string>? readings = null)
    {
        var cells = Sheet(sheetNumber);
        if (row is { } at && column is { } across) (row, column) = cells.Shown(at, across);
        var key = (sheetNumber, row, column, code, row is null ? part?.Number : null);
        if (_found.TryGetValue(key, out var known))
        {
            if (waits && !known.Waits) _found[key] = known with { Waits = true };
            return;
        }

        var name = column is { } named ? NameOf(cells, part, named, meaning) : null;
        _found[key] = new LedgerProblem(
            sheetNumber,
            cells.Sheet.Name,
            row,
            column,
            CellPlace.Of(file, cells.Sheet, row, column, name),
            name,
            code,
            waits,
            row is null ? null : MaskedText.Of(cells, row.Value, column, part),
            words.Message(code),
            Cures.Of(code, detail),
            readings ?? []);
    }

    public IReadOnlyList<LedgerProblem> InOrder() =>
        [.. _found.Values.OrderBy(problem => problem.SheetNumber).ThenBy(problem => problem.RowNumber ?? 0).ThenBy(problem => problem.Column ?? -1)];

    private static string? NameOf(SheetCells cells, PartReading? part, int column, LedgerColumn? meaning)
    {
        var header = part?.Header;
        if (meaning is { } known && (header is null || !header.Columns.TryGetValue(known, out var at) || at != column)) return ColumnNames.Of(known);
        return header is null ? null : cells.Header(header, column) ?? (meaning is { } own ? ColumnNames.Of(own) : null);
    }
}
