namespace SafetyAnalytics.Ledgers.Biff;

/// <summary>A row while its cells come in, in whatever order.</summary>
internal sealed class BiffRow
{
    private string[] cells = [];
    private bool hasPlain;

    public RowMarks Marks { get; set; }

    /// <summary>False when the cell has a text already.</summary>
    public bool Put(int column, string text, bool isStruck)
    {
        if (column >= cells.Length)
        {
            var before = cells.Length;
            Array.Resize(ref cells, column + 1);
            Array.Fill(cells, "", before, cells.Length - before);
        }

        if (cells[column].Length > 0) return false;
        cells[column] = text;
        hasPlain |= !isStruck;
        return true;
    }

    public LedgerRow Taken(int number) => new(number, cells, cells.Length > 0 && !hasPlain ? Marks | RowMarks.Struck : Marks);
}
