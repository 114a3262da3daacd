namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>A table as it was read, whole: Word tables are small, and one nested in another ends before its outer table does.</summary>
internal sealed class Table(int number)
{
    public int Number => number;

    public string Name => $"表{number}";

    public IReadOnlyList<string> Heading { get; set; } = [];

    public List<LedgerRow> Rows { get; } = [];

    public List<CellMerge> Merges { get; } = [];
}
