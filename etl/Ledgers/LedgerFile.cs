namespace SafetyAnalytics.Ledgers;

/// <summary>The container a ledger came in, decided by its first bytes, never by its extension.</summary>
public enum LedgerFormat
{
    /// <summary>A workbook of Excel 2007 or later: .xlsx, .xlsm, .xltx, .xltm. Macros are never looked at.</summary>
    Xlsx,

    /// <summary>A text document of Word 2007 or later: .docx, .docm, .dotx, .dotm.</summary>
    Docx,

    /// <summary>Text with separated fields, in any of the encodings and separators in use.</summary>
    Csv,

    /// <summary>An old binary workbook (BIFF5, BIFF8): .xls, and .et when it is one.</summary>
    Xls,

    /// <summary>A web page of tables, often under the name .xls.</summary>
    Html,

    /// <summary>A workbook written as one xml file by Excel 2003 (XML 表格 2003), often under the name .xls.</summary>
    SpreadsheetXml,

    /// <summary>A zip of files: <see cref="LedgerArchive"/> hands out its members. It has no tables of its own.</summary>
    Zip,
}

/// <summary>What a cell's formatting says about the whole row, kept beside the words because people mean something by it.</summary>
[Flags]
public enum RowMarks
{
    None = 0,

    /// <summary>The row is hidden or filtered out in the file. It is a row like any other.</summary>
    Hidden = 1,

    /// <summary>Every filled cell is struck through: probably meant as deleted; reported, never acted on.</summary>
    Struck = 2,

    /// <summary>A picture is anchored in the row, or stands in one of its cells.</summary>
    Picture = 4,

    /// <summary>A cell holds a formula error (#REF!, #N/A, …); its text is that error. Or a formula whose result the file does not hold; its text is empty.</summary>
    FormulaError = 8,
}

/// <summary>One row as the file has it.</summary>
/// <param name="Number">The sheet's row, the Word table's row, or the csv record (not line), from 1.</param>
/// <param name="Cells">Cell texts by column from the left, verbatim. An absent cell is an empty string; trailing empty cells are cut.
/// Dates are ISO (<c>2022-06-30</c>, or <c>2022年6月</c> where the cell's format shows no day), numbers are invariant (<c>13800138000</c>).
/// In merged regions only the first cell has text (see <see cref="LedgerSheet.Merges"/>) — in a worksheet as a rule: merging by pasted format hides
/// the other cells' texts without deleting them, and they are here as the file has them.</param>
/// <param name="Marks">What the row's formatting says.</param>
public sealed record LedgerRow(int Number, string[] Cells, RowMarks Marks = RowMarks.None);

/// <summary>A merged region; rows as <see cref="LedgerRow.Number"/>, columns from 0, both ends included.</summary>
public sealed record CellMerge(int FirstRow, int LastRow, int FirstColumn, int LastColumn);

/// <summary>
/// One table of a file: a worksheet, a Word table, or a whole csv.
/// <see cref="Rows"/> streams and can be enumerated once, before the next sheet is asked for; everything else is complete only after that.
/// </summary>
public sealed class LedgerSheet
{
    /// <summary>Position in the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Sheet name; <c>表1, 表2, …</c> in a Word file (<c>正文</c> for a Word file without tables: one row a paragraph); the file's name without folder for csv.</summary>
    public required string Name { get; init; }

    /// <summary>Hidden or very hidden in the file.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The lines of text between the previous table and this one (Word only), top to bottom: where a title usually stands.</summary>
    public IReadOnlyList<string> Heading { get; init; } = [];

    /// <summary>Rows top to bottom; entirely empty rows that the file does not store are not invented, and formatting painted to the bottom of a sheet is no rows.</summary>
    public required IEnumerable<LedgerRow> Rows { get; init; }

    /// <summary>Merged regions of more than one cell. Complete once <see cref="Rows"/> has been enumerated.</summary>
    public required IReadOnlyList<CellMerge> Merges { get; init; }
}

/// <summary>What a file may cost at the most. A file beyond a limit is refused with <see cref="LedgerFormatException"/>, whatever it is.</summary>
public sealed record ReadLimits
{
    /// <summary>Bytes of the file itself. Default 256 MiB.</summary>
    public long FileBytes { get; init; } = 256L << 20;

    /// <summary>Bytes of a zip's parts after inflating, all that are read together (a zip bomb's currency). Default 1 GiB.</summary>
    public long PartBytes { get; init; } = 1L << 30;

    /// <summary>Bytes of text held in memory at once: the shared texts of a workbook, or one table of a Word file. Default 256 MiB.</summary>
    public long TextBytes { get; init; } = 256L << 20;

    /// <summary>Rows of one sheet. Default 1,048,576: the spreadsheet's own limit.</summary>
    public int Rows { get; init; } = 1_048_576;

    /// <summary>Columns used. Default 256; a ledger has eleven to nineteen.</summary>
    public int Columns { get; init; } = 256;

    /// <summary>Characters of one cell. Default 32,767: the spreadsheet's own limit.</summary>
    public int CellCharacters { get; init; } = 32_767;

    /// <summary>Sheets or tables of one file. Default 512.</summary>
    public int Sheets { get; init; } = 512;

    public static ReadLimits Default { get; } = new();
}
