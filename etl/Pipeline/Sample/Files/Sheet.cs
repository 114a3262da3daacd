using SafetyAnalytics.Ledgers;

namespace SafetyAnalytics.Pipeline.Sample.Files;

internal enum CellForm
{
    Text,

    /// <summary>Digits kept as a number, as a spreadsheet does with what looks like one.</summary>
    Number,

    /// <summary>An ISO day kept as a serial number with the format yyyy年m月d日.</summary>
    ChineseDay,

    /// <summary>An ISO day kept as a serial number with the format yyyy/m/d.</summary>
    SlashDay,
}

internal readonly record struct SheetCell(string Text, CellForm Form = CellForm.Text)
{
    public static implicit operator SheetCell(string text) => new(text);
}

internal enum RowRole
{
    Title,

    /// <summary>填报单位, 填表人 and other lines across the whole width.</summary>
    Line,
    Header,
    Group,
    Data,
    Blank,
}

internal sealed record SheetRow(RowRole Role, SheetCell[] Cells, bool IsHidden = false);

/// <summary>A table before it becomes a worksheet, a Word table or a csv. Row n of the file is <c>Rows[n - 1]</c>.</summary>
internal sealed class Sheet(string name, double[] widths)
{
    /// <summary>A worksheet's name; Word and csv give their own.</summary>
    public string Name { get; } = name;

    /// <summary>Column widths in characters.</summary>
    public double[] Widths { get; } = widths;

    /// <summary>Lines above the table (Word only), the first being the title.</summary>
    public List<string> Heading { get; } = [];

    public List<SheetRow> Rows { get; } = [];

    /// <summary>Lines below the table (Word only).</summary>
    public List<string> Footing { get; } = [];

    public List<CellMerge> Merges { get; } = [];

    /// <summary>Adds a row and says its number, from 1.</summary>
    public int Add(RowRole role, SheetCell[] cells, bool isHidden = false)
    {
        Rows.Add(new SheetRow(role, cells, isHidden));
        return Rows.Count;
    }

    /// <summary>Adds a row whose one text stretches over all columns.</summary>
    public void AddAcross(RowRole role, string text)
    {
        var number = Add(role, [text]);
        Merges.Add(new CellMerge(number, number, 0, Widths.Length - 1));
    }
}
