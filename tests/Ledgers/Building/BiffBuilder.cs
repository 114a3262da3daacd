using System.Buffers.Binary;
using System.Text;

namespace SafetyAnalytics.Ledgers.Tests.Building;

/// <summary>
/// An old workbook from records: <c>new BiffBuilder().Sheet("6月").Text(0, 0, "某店").Number(1, 0, 44742, style: 1).Bytes()</c>. Rows and columns from 0, as the format has them.
/// The bare stream; <see cref="CompoundBuilder"/> puts the file around it.
/// </summary>
public sealed class BiffBuilder(bool isBiff8 = true)
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private readonly List<byte[]> globals = [];
    private readonly List<(int Font, int Format)> styles = [(0, 0)];
    private readonly List<byte[]> shared = [];
    private readonly List<(string Name, byte State, byte Kind, List<byte[]> Records)> sheets = [];
    private bool isCutIntoContinues;

    public BiffBuilder Sheet(string name, byte state = 0, byte kind = 0)
    {
        sheets.Add((name, state, kind, []));
        return this;
    }

    /// <summary>A record of the workbook, put before the list of its sheets.</summary>
    public BiffBuilder Global(int id, params byte[] data)
    {
        globals.Add(Record(id, data));
        return this;
    }

    /// <summary>A record of the latest sheet.</summary>
    public BiffBuilder Raw(int id, params byte[] data)
    {
        sheets[^1].Records.Add(Record(id, data));
        return this;
    }

    /// <summary>Adds a cell style of a built-in format; font 1 is struck through. Styles count from 1; 0 is plain.</summary>
    public BiffBuilder Format(int id, int font = 0)
    {
        styles.Add((font, id));
        return this;
    }

    /// <summary>Adds a cell style of a format the file spells out.</summary>
    public BiffBuilder Format(string code, int id)
    {
        globals.Add(Record(0x041E, [.. U16(id), .. isBiff8 ? Wide(code) : [(byte)Gbk.GetByteCount(code), .. Gbk.GetBytes(code)]]));
        return Format(id);
    }

    public BiffBuilder Uses1904() => Global(0x0022, 1, 0);

    public BiffBuilder Text(int row, int column, string text, int style = 0) =>
        Raw(0x0204, [.. Place(row, column, style), .. isBiff8 ? Wide(text) : [.. U16(Gbk.GetByteCount(text)), .. Gbk.GetBytes(text)]]);

    /// <summary>A shared text with its formatting runs: first character and font of each.</summary>
    public BiffBuilder Shared(int row, int column, string text, int style = 0, params (int First, int Font)[] runs)
    {
        var wide = text.Any(character => character > 255);
        var flags = (byte)((wide ? 1 : 0) | (runs.Length > 0 ? 8 : 0));
        shared.Add([.. U16(text.Length), flags, .. runs.Length > 0 ? U16(runs.Length) : [], .. wide ? Encoding.Unicode.GetBytes(text) : Encoding.Latin1.GetBytes(text), .. runs.SelectMany(run => U16(run.First).Concat(U16(run.Font)))]);
        return Raw(0x00FD, [.. Place(row, column, style), .. U32(shared.Count - 1)]);
    }

    public BiffBuilder Number(int row, int column, double value, int style = 0) => Raw(0x0203, [.. Place(row, column, style), .. BitConverter.GetBytes(value)]);

    public BiffBuilder Error(int row, int column, byte code) => Raw(0x0205, [.. Place(row, column, 0), code, 1]);

    /// <summary>A formula with the eight bytes of its result.</summary>
    public BiffBuilder Formula(int row, int column, byte[] result, int style = 0) => Raw(0x0006, [.. Place(row, column, style), .. result, 0, 0, 0, 0, 0, 0, 0, 0]);

    public BiffBuilder HiddenRow(int row) => Raw(0x0208, [.. U16(row), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x20, 0, 0, 0]);

    public BiffBuilder Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) => Raw(0x00E5, [1, 0, .. U16(firstRow), .. U16(lastRow), .. U16(firstColumn), .. U16(lastColumn)]);

    /// <summary>Cuts the shared texts after every 40 bytes, as Excel does after 8,224.</summary>
    public BiffBuilder Cut()
    {
        isCutIntoContinues = true;
        return this;
    }

    public static byte[] Place(int row, int column, int style) => [.. U16(row), .. U16(column), .. U16(style)];

    public static byte[] U16(int value) => [(byte)value, (byte)(value >> 8)];

    public static byte[] U32(long value) => BitConverter.GetBytes((uint)value);

    public static byte[] Wide(string text) => [.. U16(text.Length), 1, .. Encoding.Unicode.GetBytes(text)];

    public byte[] Bytes()
    {
        var head = Beginning(5).Concat(globals.SelectMany(record => record)).Concat(Record(0x0031, new byte[15])).Concat(Record(0x0031, [0, 0, 8, .. new byte[12]]))
            .Concat(styles.SelectMany(style => Record(0x00E0, [.. U16(style.Font), .. U16(style.Format), .. new byte[16]]))).ToArray();
        var tail = (shared.Count > 0 ? SharedTexts() : []).Concat(Record(0x000A)).ToArray();
        var position = head.Length + tail.Length + sheets.Sum(sheet => SheetRecord(0, sheet).Length);
        var list = new List<byte>();
        var bodies = new List<byte>();
        foreach (var sheet in sheets)
        {
            list.AddRange(SheetRecord(position + bodies.Count, sheet));
            bodies.AddRange([.. Beginning(0x10), .. sheet.Records.SelectMany(record => record), .. Record(0x000A)]);
        }

        return [.. head, .. list, .. tail, .. bodies];
    }

    private byte[] SheetRecord(int position, (string Name, byte State, byte Kind, List<byte[]> Records) sheet) =>
        Record(0x0085, [.. U32(position), sheet.State, sheet.Kind, .. isBiff8 ? [(byte)sheet.Name.Length, 1, .. Encoding.Unicode.GetBytes(sheet.Name)] : (byte[])[(byte)Gbk.GetByteCount(sheet.Name), .. Gbk.GetBytes(sheet.Name)]]);

    private byte[] Beginning(int kind) => Record(0x0809, [0, (byte)(isBiff8 ? 6 : 5), .. U16(kind), 0, 0, 0, 0, .. isBiff8 ? new byte[8] : []]);

    /// <summary>Cut inside characters, a text goes on behind a byte that says anew how wide they are; cut between texts, at once.</summary>
    private byte[] SharedTexts()
    {
        var pieces = new List<List<byte>> { new([.. U32(shared.Count), .. U32(shared.Count)]) };
        foreach (var text in shared)
        {
            if (!isCutIntoContinues || text[2] != 1)
            {
                pieces[^1].AddRange(text);
                continue;
            }

            pieces[^1].AddRange(text[..3]);
            for (var at = 3; at < text.Length; at += 2)
            {
                if (pieces[^1].Count >= 40) pieces.Add([1]);
                pieces[^1].AddRange(text[at..(at + 2)]);
            }
        }

        return [.. pieces.SelectMany((piece, index) => Record(index == 0 ? 0x00FC : 0x003C, [.. piece]))];
    }

    public static byte[] Record(int id, params byte[] data)
    {
        var record = new byte[4 + data.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(record, (ushort)id);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(2), (ushort)data.Length);
        data.CopyTo(record, 4);
        return record;
    }
}
