using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Tests.Words;

namespace SafetyAnalytics.Ledgers.Tests.Reading;

/// <summary>Ledgers written as text: one line a row, cells between <c>|</c>.</summary>
internal static class Ledger
{
    public const string Header = "序号|单位名称|单位地址|单位负责人|联系电话|责任单位|责任人|问题隐患|整改措施及情况|整改时限|备注";

    public static FileReading Read(string rows, string file = "应急办2022年6月台账.xlsx", LandSettings? settings = null, params CellMerge[] merges) =>
        Read([Sheet(rows, merges: merges)], [file], settings);

    public static FileReading Read(LandedSheet[] sheets, string[] files, LandSettings? settings = null) =>
        new LedgerReading(SeedFiles.Lexicon).Read(new LandedFile(files, sheets, settings ?? new LandSettings()));

    /// <summary>Rows below the eleven columns of the plan's attachment 3.</summary>
    public static FileReading Under(string rows, string file = "应急办2022年6月台账.xlsx", LandSettings? settings = null, params CellMerge[] merges) =>
        Read(Header + "\n" + rows, file, settings, merges);

    /// <param name="rows">A line break inside a cell is written <c>⏎</c>, a wide blank as itself.</param>
    public static LandedSheet Sheet(string rows, int number = 1, string name = "Sheet1", bool isHidden = false, string[]? heading = null, CellMerge[]? merges = null) =>
        new(number, name, isHidden, heading ?? [], merges ?? [], [.. rows.Split('\n').Select((line, i) => new LedgerRow(i + 1, Cells(line)))]);

    /// <summary>A file as its bytes have it, read whole: container, rows, words.</summary>
    public static FileReading OfFile(byte[] bytes, string file = "应急办2022年6月台账.xlsx") => Read([.. Landed(bytes, file)], [file]);

    public static IEnumerable<LandedSheet> Landed(byte[] bytes, string file = "台账", ReadLimits? limits = null) =>
        Building.Taking.Sheets(bytes, file, limits).Select(sheet => new LandedSheet(sheet.Number, sheet.Name, sheet.IsHidden, sheet.Heading, sheet.Merges, sheet.Rows));

    /// <summary>One row of hazard under the plan's header, by column.</summary>
    public static ItemReading One(string hazard = "灭火器过期", string measures = "", string deadline = "", string remark = "", string phone = "", string person = "", string responsible = "", string unit = "青竹餐馆", string file = "应急办2022年6月台账.xlsx") =>
        Assert.Single(Under($"1|{unit}|横街1号|{person}|{phone}|{responsible}||{hazard}|{measures}|{deadline}|{remark}", file).Items);

    public static CellMerge Merge(int firstRow, int lastRow, int column) => new(firstRow, lastRow, column, column);

    private static string[] Cells(string line)
    {
        var cells = line.Split('|').Select(cell => cell.Replace("⏎", "\n", StringComparison.Ordinal)).ToArray();
        var filled = cells.Length;
        while (filled > 0 && cells[filled - 1].Length == 0) filled--;
        return cells[..filled];
    }
}
