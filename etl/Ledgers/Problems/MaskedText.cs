using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Problems;

/// <summary>What a cell says, without phones and persons: a problem is shown to people who may not see them.</summary>
internal static class MaskedText
{
    /// <summary>Digits of an unreadable phone that may be shown: enough to see what kind of mistake it is.</summary>
    private const int ShownDigits = 3;

    /// <summary>Null for a blank cell, and for a row of which no header says where its persons stand.</summary>
    /// <param name="column">Null: the row's words, joined.</param>
    public static string? Of(SheetCells cells, int row, int? column, PartReading? part)
    {
        if (column is null && part?.Header is null) return null;
        var text = column is { } at ? Cell(cells, row, at, part) : string.Join(' ', (cells.Row(row)?.Cells ?? []).Select((_, i) => Cell(cells, row, i, part)).Where(cell => cell.Length > 0));
        return text.Length == 0 ? null : text;
    }

    private static string Cell(SheetCells cells, int row, int column, PartReading? part)
    {
        var text = CellText.Clean(cells.Text(row, column));
        if (text.Length == 0) return "";
        if (IsIn(part, LedgerColumn.Phone, column)) return HideDigits(text);
        if (!CellText.IsPlaceholder(text) && (IsIn(part, LedgerColumn.UnitPerson, column) || IsIn(part, LedgerColumn.ResponsiblePerson, column))) return PersonalData.Name;
        return PersonalData.Mask(text, Names(cells, row, part));
    }

    private static List<string> Names(SheetCells cells, int row, PartReading? part)
    {
        var names = new List<string>();
        foreach (var column in (ReadOnlySpan<LedgerColumn>)[LedgerColumn.UnitPerson, LedgerColumn.ResponsiblePerson])
        {
            if (part?.Header?.Columns.TryGetValue(column, out var at) is not true) continue;
            var (shownRow, shownColumn) = cells.Shown(row, at);
            names.AddRange(People.Read(cells.Text(shownRow, shownColumn)).Names);
        }

        return names;
    }

    private static bool IsIn(PartReading? part, LedgerColumn column, int at) => part?.Header?.Columns.TryGetValue(column, out var position) is true && position == at;

    private static string HideDigits(string text)
    {
        var seen = 0;
        return string.Concat(text.Select(c => char.IsDigit(c) && ++seen > ShownDigits ? '*' : c));
    }
}
