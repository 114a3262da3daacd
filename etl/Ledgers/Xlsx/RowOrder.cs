namespace SafetyAnalytics.Ledgers.Xlsx;

/// <summary>Makes stored rows the rows of the sheet: top to bottom, picture rows among them, no bottomless blank tail.</summary>
internal static class RowOrder
{
    /// <summary>Rows are put in order within blocks of this size, so that a sheet need not be held whole.</summary>
    private const int BlockRows = 4096;

    /// <summary>A block of very long texts ends earlier.</summary>
    private const int BlockCharacters = 8 << 20;

    /// <summary>A longer run of blank stored rows at the end is formatting painted to the bottom of the sheet, not rows anybody made.</summary>
    private const int BlankTailRows = 1000;

    public static IEnumerable<LedgerRow> Of(LedgerInput input, string table, IEnumerable<LedgerRow> stored, SortedSet<int> pictures) =>
        Limited(input, table, WithoutBlankTail(WithPictures(Ascending(input, table, stored), pictures)));

    private static IEnumerable<LedgerRow> Ascending(LedgerInput input, string table, IEnumerable<LedgerRow> stored)
    {
        var last = 0;
        foreach (var block in Blocks(stored))
        {
            if (!IsAscending(block)) block.Sort((left, right) => left.Number.CompareTo(right.Number));
            foreach (var row in block)
            {
                if (row.Number <= last) throw Faults.Malformed(input, "行号重复或次序错乱", "row numbers repeat or run backwards", table, row.Number);
                last = row.Number;
                yield return row;
            }
        }
    }

    private static IEnumerable<List<LedgerRow>> Blocks(IEnumerable<LedgerRow> stored)
    {
        var block = new List<LedgerRow>();
        var characters = 0;
        foreach (var row in stored)
        {
            block.Add(row);
            foreach (var cell in row.Cells) characters += cell.Length;
            if (block.Count < BlockRows && characters < BlockCharacters) continue;
            yield return block;
            block.Clear();
            characters = 0;
        }

        yield return block;
    }

    private static bool IsAscending(List<LedgerRow> block)
    {
        for (var i = 1; i < block.Count; i++)
        {
            if (block[i].Number <= block[i - 1].Number) return false;
        }

        return true;
    }

    private static IEnumerable<LedgerRow> WithPictures(IEnumerable<LedgerRow> rows, SortedSet<int> pictures)
    {
        foreach (var row in rows)
        {
            while (pictures.Count > 0 && pictures.Min < row.Number) yield return PictureRow(pictures);
            if (pictures.Remove(row.Number)) yield return row with { Marks = row.Marks | RowMarks.Picture };
            else yield return row;
        }

        while (pictures.Count > 0) yield return PictureRow(pictures);
    }

    private static LedgerRow PictureRow(SortedSet<int> pictures)
    {
        var number = pictures.Min;
        pictures.Remove(number);
        return new LedgerRow(number, [], RowMarks.Picture);
    }

    private static IEnumerable<LedgerRow> WithoutBlankTail(IEnumerable<LedgerRow> rows)
    {
        var blanks = new List<LedgerRow>();
        foreach (var row in rows)
        {
            if (row.Cells.Length == 0 && (row.Marks & ~RowMarks.Hidden) == RowMarks.None)
            {
                blanks.Add(row);
                continue;
            }

            foreach (var blank in blanks) yield return blank;
            blanks.Clear();
            yield return row;
        }

        if (blanks.Count > BlankTailRows) yield break;
        foreach (var blank in blanks) yield return blank;
    }

    private static IEnumerable<LedgerRow> Limited(LedgerInput input, string table, IEnumerable<LedgerRow> rows)
    {
        var count = 0;
        foreach (var row in rows)
        {
            if (++count > input.Limits.Rows) throw Faults.TooLarge(input, "行数", "rows", input.Limits.Rows, table, row.Number);
            yield return row;
        }
    }
}
