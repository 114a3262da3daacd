using System.Buffers.Binary;
using System.Text;
using SafetyAnalytics.Ledgers.Xlsx;

namespace SafetyAnalytics.Ledgers.Biff;

/// <summary>A worksheet as the workbook lists it.</summary>
internal sealed record BiffSheetPlace(string Name, bool IsHidden, long Position);

/// <summary>What the workbook says before its sheets: their list, shared texts, fonts and formats.</summary>
internal sealed class BiffWorkbook
{
    private const int Biff8 = 0x0600;
    private const int WorksheetStream = 0x0010;
    private const int WorksheetKind = 0;

    /// <summary>Excel stops at 4,050 in this format.</summary>
    private const int MostStyles = 1 << 16;

    private readonly LedgerInput input;
    private readonly BiffRecords records;
    private readonly TextBudget budget;
    private readonly List<bool> struckFonts = [];
    private readonly Dictionary<int, NumberFormat> formats = [];
    private readonly List<(int Font, int Format)> uses = [];
    private readonly List<(string Text, Strike Strike)> strings = [];
    private readonly List<BiffSheetPlace> sheets = [];
    private Encoding encoding = CodePage(0);
    private int listed;

    private BiffWorkbook(LedgerInput input, BiffRecords records, TextBudget budget)
    {
        this.input = input;
        this.records = records;
        this.budget = budget;
    }

    public IReadOnlyList<BiffSheetPlace> Sheets => sheets;

    public bool IsBiff8 { get; private set; }

    public bool Uses1904 { get; private set; }

    public IReadOnlyList<(string Text, Strike Strike)> Strings => strings;

    /// <exception cref="LedgerFormatException"><c>encrypted</c>, <c>malformed</c>, <c>truncated</c>, <c>too_large</c>, <c>binary_office</c> (older than Excel 5).</exception>
    public static BiffWorkbook Read(LedgerInput input, BiffRecords records, TextBudget budget)
    {
        var workbook = new BiffWorkbook(input, records, budget);
        if (!records.Read()) throw Faults.Truncated(input);
        if (records.Id != BiffRecord.BeginOfSubstream || records.Data.Length < 4) throw Faults.BinaryOffice(input, "Excel 4.0 或更早的表格", "spreadsheet of Excel 4.0 or older");
        workbook.IsBiff8 = Short(records.Data, 0) == Biff8;
        if (Short(records.Data, 2) == WorksheetStream) workbook.sheets.Add(new BiffSheetPlace("Sheet1", IsHidden: false, 0));
        else workbook.ReadGlobals();
        return workbook;
    }

    /// <summary>The cell style of that number; the plain one when there is none.</summary>
    public CellStyle Style(int number)
    {
        if ((uint)number >= (uint)uses.Count) return default;
        var (font, format) = uses[number];
        return new CellStyle(formats.TryGetValue(format, out var stated) ? stated : NumberFormat.BuiltIn(format), IsStruck(font));
    }

    /// <summary>Text behind a 16-bit length, with what its runs say about strike-through.</summary>
    public (string Text, Strike Strike) String(BiffText text)
    {
        var length = text.Short16();
        var (words, strike) = IsBiff8 ? Rich(text.Unicode(length)) : (text.Bytes(length, encoding), Strike.AsCell);
        budget.Spend((words.Length * 2) + 32);
        return (words.Contains('\r') ? words.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : words, strike);
    }

    private void ReadGlobals()
    {
        while (records.Read())
        {
            if (records.Id == BiffRecord.EndOfSubstream) return;
            ReadGlobal();
        }

        throw Faults.Truncated(input);
    }

    private void ReadGlobal()
    {
        switch (records.Id)
        {
            case BiffRecord.FilePass:
                throw Faults.Encrypted(input);
            case BiffRecord.CodePage:
                encoding = CodePage(Value(0));
                break;
            case BiffRecord.Date1904:
                Uses1904 = Value(0) == 1;
                break;
            case BiffRecord.Font:
                struckFonts.Add((Value(2) & 8) != 0);
                break;
            case BiffRecord.NumberFormat:
                AddFormat();
                break;
            case BiffRecord.CellFormat:
                uses.Add((Value(0), Value(2)));
                break;
            case BiffRecord.BoundSheet:
                AddSheet();
                break;
            case BiffRecord.SharedStrings:
                AddStrings();
                break;
        }

        if (struckFonts.Count + formats.Count + uses.Count > MostStyles) throw Faults.TooLarge(input, "样式数", "styles", MostStyles);
    }

    private int Value(int at) => records.Data.Length >= at + 2 ? Short(records.Data, at) : throw Faults.Malformed(input, $"记录 0x{records.Id:X4} 太短", $"record 0x{records.Id:X4} is too short");

    private static int Short(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt16LittleEndian(data[at..]);

    private void AddFormat()
    {
        var number = Value(0);
        var text = records.Text(2);
        formats[number] = NumberFormat.Parse(IsBiff8 ? text.Unicode(text.Short16()).Text : text.Bytes(text.Byte(), encoding));
    }

    private void AddSheet()
    {
        if (++listed > input.Limits.Sheets) throw Faults.TooLarge(input, "工作表数", "sheets", input.Limits.Sheets);
        var text = records.Text(0);
        var position = text.Word32();
        var state = text.Byte();
        var kind = text.Byte();
        var length = text.Byte();
        var name = IsBiff8 ? text.Unicode(length).Text : text.Bytes(length, encoding);
        if (kind == WorksheetKind) sheets.Add(new BiffSheetPlace(name.Length > 0 ? name : $"Sheet{listed}", (state & 3) != 0, position));
    }

    /// <summary>As many as there are: the count the record claims is not believed, and a text the claim leaves out is referred to by nobody.</summary>
    private void AddStrings()
    {
        var text = records.Text(0);
        text.Skip(4);
        var count = text.Word32();
        while (strings.Count < count && !text.IsAtEnd) strings.Add(String(text));
    }

    private (string Text, Strike Strike) Rich((string Text, (int First, int Font)[] Runs) rich)
    {
        if (rich.Runs.Length == 0) return (rich.Text, Strike.AsCell);
        Strike? strike = null;
        Note(0, rich.Runs[0].First, Strike.AsCell);
        for (var i = 0; i < rich.Runs.Length; i++)
        {
            var end = i + 1 < rich.Runs.Length ? rich.Runs[i + 1].First : rich.Text.Length;
            Note(rich.Runs[i].First, end, IsStruck(rich.Runs[i].Font) ? Strike.Struck : Strike.NotStruck);
        }

        return (rich.Text, strike ?? Strike.AsCell);

        void Note(int first, int end, Strike of)
        {
            (first, end) = (Math.Min(first, rich.Text.Length), Math.Min(end, rich.Text.Length));
            if (first < end && !rich.Text.AsSpan(first, end - first).IsWhiteSpace()) strike = RichText.Join(strike, of);
        }
    }

    /// <summary>Font 4 does not exist: the fifth is numbered 5.</summary>
    private bool IsStruck(int font)
    {
        var index = font > 4 ? font - 1 : font;
        return index < struckFonts.Count && struckFonts[index];
    }

    /// <summary>A file without a code page, or with the Western one that writers put in without looking, is Chinese here; what cannot be Chinese is refused.</summary>
    private static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number is 932 or 949 or 950 ? number : 54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
