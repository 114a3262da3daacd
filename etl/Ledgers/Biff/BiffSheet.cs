using System.Buffers.Binary;
using SafetyAnalytics.Ledgers.Xlsx;

namespace SafetyAnalytics.Ledgers.Biff;

/// <summary>One worksheet of a workbook, gathered whole: cells, merged regions and pictures each stand in a place of their own.</summary>
internal sealed class BiffSheet(LedgerInput input, string table, BiffWorkbook workbook, BiffRecords records, TextBudget budget, List<CellMerge> merges)
{
    private const int HiddenRow = 0x20;

    /// <summary>What a cell costs beside its text.</summary>
    private const int CellBytes = 48;

    private readonly SortedDictionary<int, BiffRow> rows = [];
    private readonly BiffPictures pictures = new();
    private (int Row, int Column, CellStyle Style)? awaited;

    /// <summary>Rows from 1 in order, pictures among them.</summary>
    public IEnumerable<LedgerRow> Rows(long position)
    {
        if (!records.MoveTo(position) || !records.Read() || records.Id != BiffRecord.BeginOfSubstream) throw Malformed("工作表不在所指的位置", "the sheet is not where the workbook says");
        ReadRecords();
        return RowOrder.Of(input, table, rows.Select(row => row.Value.Taken(row.Key + 1)), pictures.Rows);
    }

    private void ReadRecords()
    {
        for (var depth = 1; depth > 0;)
        {
            if (!records.Read()) throw Faults.Truncated(input, table);
            if (records.Id == BiffRecord.BeginOfSubstream) depth++;
            else if (records.Id == BiffRecord.EndOfSubstream) depth--;
            else if (depth == 1) ReadRecord();
        }

        MissResult();
    }

    private void ReadRecord()
    {
        switch (records.Id)
        {
            case BiffRecord.FilePass:
                throw Faults.Encrypted(input);
            case BiffRecord.Row:
                var row = RowAt(Short(0));
                if (records.Data.Length >= 14 && (Short(12) & HiddenRow) != 0) row.Marks |= RowMarks.Hidden;
                break;
            case BiffRecord.MergeCells:
                ReadMerges();
                break;
            case BiffRecord.Drawing:
                pictures.Anchor(records.Text(0));
                break;
            case BiffRecord.Object:
                pictures.Object(records.Data);
                break;
            case BiffRecord.FormulaString when awaited is { } cell:
                awaited = null;
                PutText(cell.Row, cell.Column, cell.Style, workbook.String(records.Text(0)));
                break;
            default:
                ReadCell();
                break;
        }
    }

    private void ReadCell()
    {
        switch (records.Id)
        {
            case BiffRecord.SharedLabel:
                PutText(Short(0), Short(2), workbook.Style(Short(4)), SharedText());
                break;
            case BiffRecord.Label or BiffRecord.RichString:
                var (row, column, style) = (Short(0), Short(2), workbook.Style(Short(4)));
                PutText(row, column, style, workbook.String(records.Text(6)));
                break;
            case BiffRecord.Number:
                PutNumber(Short(0), Short(2), Short(4), Double(6));
                break;
            case BiffRecord.Rk:
                PutNumber(Short(0), Short(2), Short(4), Compressed(6));
                break;
            case BiffRecord.MultipleRk:
                for (var at = 4; at + 8 <= records.Data.Length; at += 6) PutNumber(Short(0), Short(2) + ((at - 4) / 6), Short(at), Compressed(at + 2));
                break;
            case BiffRecord.BooleanOrError:
                PutFlag(Short(0), Short(2), workbook.Style(Short(4)), Byte(6), isError: Byte(7) != 0);
                break;
            case BiffRecord.Formula:
                ReadFormula();
                break;
            case BiffRecord.Blank:
                RowAt(Short(0));
                break;
        }
    }

    /// <summary>A formula's last result: a number, or with 0xFFFF behind it a text that follows, a truth, an error, an empty text.</summary>
    private void ReadFormula()
    {
        MissResult();
        var (row, column, style) = (Short(0), Short(2), workbook.Style(Short(4)));
        RowAt(row);
        if (Short(12) != 0xFFFF) PutNumber(row, column, Short(4), Double(6));
        else if (Byte(6) == 0) awaited = (row, column, style);
        else if (Byte(6) is 1 or 2) PutFlag(row, column, style, Byte(8), isError: Byte(6) == 2);
    }

    /// <summary>A formula's text that never came: the words are in the file for nobody.</summary>
    private void MissResult()
    {
        if (awaited is not { } cell) return;
        awaited = null;
        RowAt(cell.Row).Marks |= RowMarks.FormulaError;
    }

    private (string Text, Strike Strike) SharedText()
    {
        var number = Word(6);
        return number < workbook.Strings.Count ? workbook.Strings[(int)number] : throw Malformed($"引用了不存在的共享文字 {number}", $"it refers to shared text {number}, which is not there");
    }

    private void ReadMerges()
    {
        var count = Short(0);
        for (var i = 0; i < count; i++)
        {
            var at = 2 + (i * 8);
            var region = new CellMerge(Short(at) + 1, Short(at + 2) + 1, Short(at + 4), Short(at + 6));
            if (region.FirstRow > region.LastRow || region.FirstColumn > region.LastColumn) throw Malformed("合并区域无效", "a merged region is not valid");
            if (merges.Count == input.Limits.Rows) throw Faults.TooLarge(input, "合并区域数", "merged regions", input.Limits.Rows, table);
            if (region.FirstRow != region.LastRow || region.FirstColumn != region.LastColumn) merges.Add(region);
        }
    }

    private void PutNumber(int row, int column, int style, double value) => Put(row, column, CellNumber.Text(value, workbook.Style(style).Format, workbook.Uses1904), workbook.Style(style).IsStruck);

    private void PutText(int row, int column, CellStyle style, (string Text, Strike Strike) text) =>
        Put(row, column, text.Text, text.Strike == Strike.Struck || (text.Strike == Strike.AsCell && style.IsStruck));

    private void PutFlag(int row, int column, CellStyle style, byte value, bool isError)
    {
        if (isError) RowAt(row).Marks |= RowMarks.FormulaError;
        Put(row, column, isError ? ErrorText(value) : value != 0 ? "TRUE" : "FALSE", style.IsStruck);
    }

    private void Put(int row, int column, string text, bool isStruck)
    {
        var into = RowAt(row);
        if (text.Length == 0) return;
        if (column >= input.Limits.Columns) throw Faults.TooLarge(input, "列数", "columns", input.Limits.Columns, table, row + 1, column + 1);
        if (text.Length > input.Limits.CellCharacters) throw Faults.TooLarge(input, "单元格字符数", "characters of a cell", input.Limits.CellCharacters, table, row + 1, column + 1);
        budget.Spend(CellBytes + text.Length);
        if (!into.Put(column, text, isStruck)) throw Faults.Malformed(input, "同一单元格出现两次", "the cell is stored twice", table, row + 1, column + 1);
    }

    private BiffRow RowAt(int row)
    {
        if (rows.TryGetValue(row, out var found)) return found;
        if (rows.Count == input.Limits.Rows) throw Faults.TooLarge(input, "行数", "rows", input.Limits.Rows, table, row + 1);
        return rows[row] = new BiffRow();
    }

    private double Compressed(int at)
    {
        var rk = (int)Word(at);
        var value = (rk & 2) != 0 ? rk >> 2 : BitConverter.Int64BitsToDouble((long)(rk & ~3) << 32);
        return (rk & 1) != 0 ? value / 100 : value;
    }

    private byte Byte(int at) => Piece(at, 1)[0];

    private int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Piece(at, 2));

    private uint Word(int at) => BinaryPrimitives.ReadUInt32LittleEndian(Piece(at, 4));

    private double Double(int at) => BinaryPrimitives.ReadDoubleLittleEndian(Piece(at, 8));

    private ReadOnlySpan<byte> Piece(int at, int count) =>
        records.Data.Length >= at + count ? records.Data.Slice(at, count) : throw Malformed($"记录 0x{records.Id:X4} 太短", $"record 0x{records.Id:X4} is too short");

    private LedgerFormatException Malformed(string chinese, string english) => Faults.Malformed(input, chinese, english, table);

    /// <summary>[MS-XLS] 2.5.10.</summary>
    private static string ErrorText(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
}
