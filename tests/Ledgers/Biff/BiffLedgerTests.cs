using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests.Biff;

/// <summary>Old workbooks (.xls, and .et when it is one): the same contract as .xlsx.</summary>
public class BiffLedgerTests
{
    private static byte[] File(BiffBuilder workbook) => new CompoundBuilder().Stream("Workbook", workbook.Bytes()).Bytes();

    private static BiffBuilder One() => new BiffBuilder().Sheet("6月");

    private static string Cell(BiffBuilder workbook) => Taking.Sheet(workbook.Bytes()).Cell(1, 0);

    private static IReadOnlyList<TakenSheet> Sample(string name) => Taking.Sheets(System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", name)), name);

    [Theory, InlineData("libreoffice-ledger.xls"), InlineData("libreoffice-1904.xls")]
    public void A_workbook_saved_in_both_formats_reads_the_same(string name)
    {
        var expected = Sample("libreoffice-ledger.xlsx");
        var old = Sample(name);
        Assert.Equal(expected.Select(sheet => (sheet.Number, sheet.Name, sheet.IsHidden)), old.Select(sheet => (sheet.Number, sheet.Name, sheet.IsHidden)));
        Assert.Equal(expected.Select(sheet => string.Join('\n', sheet.Lines)), old.Select(sheet => string.Join('\n', sheet.Lines)));
        Assert.Equal(expected.Select(sheet => string.Join(' ', sheet.Merges)), old.Select(sheet => string.Join(' ', sheet.Merges)));
        Assert.Contains("3| 1 | 青竹餐馆 | 13800138000 | 灭火器过期 | 2022-06-30 | 2022年6月 | 85% | 1", old[0].Lines);
        Assert.Contains("Struck 6| 4 | 青竹客栈 |  | 作废", old[0].Lines);
        Assert.Contains("Picture 7|", old[0].Lines);
        Assert.Contains("Hidden 8| 5 | 筛掉", old[0].Lines);
    }

    [Fact]
    public void The_first_bytes_decide_whatever_the_extension()
    {
        foreach (var name in new[] { "a.xls", "a.et", "a.xlsx", "a.csv" })
        {
            using var stream = new MemoryStream(File(One().Text(0, 0, "某店")));
            Assert.Equal(LedgerFormat.Xls, LedgerReader.Detect(stream, name));
            Assert.Equal(["1| 某店"], Assert.Single(LedgerReader.Read(stream, name)).Rows.Select(row => $"{row.Number}| {row.Cells[0]}"));
        }
    }

    public static TheoryData<double, int, bool, string> Moments { get; } = new()
    {
        { 44742, 14, false, "2022-06-30" }, { 44742, 31, false, "2022-06-30" }, { 44742, 57, false, "2022年6月" }, { 44742, 58, false, "2022-06-30" }, { 44742, 27, false, "2022年6月" },
        { 44742, 28, false, "2022-06-30" }, { 44742, 36, false, "2022年6月" }, { 44742, 50, false, "2022年6月" }, { 44742, 17, false, "2022年6月" }, { 44742.5, 22, false, "2022-06-30 12:00:00" },
        { 0.354166666666667, 20, false, "08:30" }, { 1.5, 46, false, "36:00" }, { 0.85, 9, false, "85%" }, { 43280, 14, true, "2022-06-30" }, { 60, 14, false, "1900-02-29" }, { 0, 14, false, "1900-01-00" },
        { 13800138000, 0, false, "13800138000" }, { 1.38e10, 11, false, "13800000000" }, { 123456789012345, 0, false, "123456789012345" }, { 0.1, 0, false, "0.1" }, { -3, 0, false, "-3" }, { 44742, 0, false, "44742" },
    };

    [Theory, MemberData(nameof(Moments))]
    public void D49_D50_numbers_are_what_their_built_in_format_shows(double value, int format, bool uses1904, string expected)
    {
        var workbook = One().Format(format).Number(0, 0, value, style: 1);
        Assert.Equal(expected, Cell(uses1904 ? workbook.Uses1904() : workbook));
    }

    public static TheoryData<string, string> Codes { get; } = new()
    {
        { "yyyy\"年\"m\"月\"d\"日\"", "2022-06-30" }, { "yyyy\"年\"m\"月\"", "2022年6月" }, { "[$-804]yyyy/m/d;@", "2022-06-30" }, { "yyyy", "2022年" }, { "0.00_ ", "44742" }, { "@", "44742" }, { "\"day\"0", "44742" },
    };

    [Theory, MemberData(nameof(Codes))]
    public void Numbers_are_what_a_spelled_out_format_shows(string code, string expected)
    {
        Assert.Equal(expected, Cell(One().Format(code, 164).Number(0, 0, 44742, style: 1)));
        Assert.Equal(expected, Cell(new BiffBuilder(isBiff8: false).Sheet("6月").Format(code, 164).Number(0, 0, 44742, style: 1)));
    }

    [Fact]
    public void Every_kind_of_cell_is_read()
    {
        var sheet = Taking.Sheet(One()
            .Text(0, 0, "单位\r\n名称").Shared(0, 1, "plain").Shared(0, 2, "灭火器过期").Number(0, 3, 1.5)
            .Raw(0x027E, [.. BiffBuilder.Place(1, 0, 0), .. BiffBuilder.U32((13 << 2) | 2)])
            .Raw(0x00BD, [.. BiffBuilder.U16(1), 1, 0, 0, 0, .. BiffBuilder.U32((150 << 2) | 3), 0, 0, .. BiffBuilder.U32(0x40080000), 2, 0])
            .Raw(0x0205, [.. BiffBuilder.Place(2, 0, 0), 1, 0]).Error(2, 1, 0x17).Error(2, 2, 0x2A)
            .Formula(3, 0, BitConverter.GetBytes(0.25)).Formula(3, 1, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]).Raw(0x0207, BiffBuilder.Wide("青竹餐馆")).Formula(3, 2, [1, 0, 1, 0, 0, 0, 0xFF, 0xFF]).Formula(3, 3, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF])
            .Formula(4, 0, [2, 0, 0x07, 0, 0, 0, 0xFF, 0xFF]).Formula(5, 0, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]).Text(5, 1, "后").Raw(0x0201, BiffBuilder.Place(6, 0, 0)).Bytes());
        Assert.Equal(
            ["1| 单位⏎名称 | plain | 灭火器过期 | 1.5", "2| 13 | 1.5 | 3", "FormulaError 3| TRUE | #REF! | #N/A", "4| 0.25 | 青竹餐馆 | TRUE", "FormulaError 5| #DIV/0!", "FormulaError 6|  | 后", "7|"],
            sheet.Lines);
    }

    [Fact]
    public void Struck_cells_and_runs_mark_their_row()
    {
        var sheet = Taking.Sheet(One().Format(0, font: 1)
            .Text(0, 0, "甲", style: 1).Number(0, 1, 1, style: 1)
            .Text(1, 0, "甲", style: 1).Text(1, 1, "乙")
            .Shared(2, 0, "全删", 0, (0, 1))
            .Shared(3, 0, "半删", 0, (1, 1))
            .Shared(4, 0, "半留", 1, (1, 0)).Bytes());
        Assert.Equal([RowMarks.Struck, RowMarks.None, RowMarks.Struck, RowMarks.None, RowMarks.None], sheet.Rows.Select(row => row.Marks));
    }

    [Fact]
    public void Texts_go_on_over_the_records_that_continue_them()
    {
        var longest = string.Concat(Enumerable.Range(0, 50).Select(i => $"灭火器{i}过期"));
        Assert.Equal(["1| " + longest, "2| 通道堵塞"], Taking.Sheet(One().Shared(0, 0, longest).Shared(1, 0, "通道堵塞").Cut().Bytes()).Lines);
    }

    [Fact]
    public void Sheets_are_named_hidden_and_without_charts()
    {
        var sheets = Taking.Sheets(new BiffBuilder().Sheet("5月").Text(0, 0, "a").Sheet("图", kind: 2).Sheet("藏", state: 1).Text(0, 0, "b").Sheet("深藏", state: 2).Text(0, 0, "c").Bytes());
        Assert.Equal([(1, "5月", false), (2, "藏", true), (3, "深藏", true)], sheets.Select(sheet => (sheet.Number, sheet.Name, sheet.IsHidden)));
        Assert.Equal(["1| c"], sheets[2].Lines);
    }

    [Fact]
    public void Merged_regions_and_hidden_rows()
    {
        var sheet = Taking.Sheet(One().HiddenRow(1).Text(0, 0, "某店").Text(1, 1, "甲").Merge(0, 1, 0, 0).Merge(2, 2, 1, 1).Bytes());
        Assert.Equal(["1| 某店", "Hidden 2|  | 甲"], sheet.Lines);
        Assert.Equal([new CellMerge(1, 2, 0, 0)], sheet.Merges);
    }

    [Fact]
    public void Rows_stored_in_any_order_come_out_from_the_top() => Assert.Equal(["1| a | b", "3| c"], Taking.Sheet(One().Text(2, 0, "c").Text(0, 1, "b").Text(0, 0, "a").Bytes()).Lines);

    [Fact]
    public void Excel_95_is_read_in_Chinese() => Assert.Equal([("6月", "1| 青竹餐馆")], Taking.Sheets(new BiffBuilder(isBiff8: false).Sheet("6月").Text(0, 0, "青竹餐馆").Bytes()).Select(sheet => (sheet.Name, sheet.Lines[0])));

    [Fact]
    public void A_sheet_without_its_workbook_is_read_as_simple_programs_write_it()
    {
        byte[] bytes = [.. BiffBuilder.Record(0x0809, 0, 0, 0x10, 0, 0, 0, 0, 0), .. BiffBuilder.Record(0x0204, [.. BiffBuilder.Place(0, 0, 0), 4, 0, 0xC4, 0xB3, 0xB5, 0xEA]), .. BiffBuilder.Record(0x000A)];
        Assert.Equal(["1| 某店"], Taking.Sheet(bytes).Lines);
    }

    public static TheoryData<string, byte[], string> Refused { get; } = new()
    {
        { "password in the workbook", File(new BiffBuilder().Global(0x002F, 0, 0, 1, 2, 3, 4).Sheet("6月")), "encrypted" },
        { "password around the workbook", new CompoundBuilder().Stream("EncryptionInfo", [4, 0]).Stream("EncryptedPackage", [1]).Bytes(), "encrypted" },
        { "letter", new CompoundBuilder().Stream("WordDocument", [1]).Bytes(), "binary_office" },
        { "letter with a workbook in it", new CompoundBuilder().Stream("WordDocument", [1]).Stream("Workbook", One().Text(0, 0, "a").Bytes(), isInStorage: true).Bytes(), "binary_office" },
        { "slides", new CompoundBuilder().Stream("PowerPoint Document", [1]).Bytes(), "binary_office" },
        { "nothing known", new CompoundBuilder().Stream("Contents", [1]).Bytes(), "binary_office" },
        { "no sheet", File(new BiffBuilder()), "no_table" },
        { "only a chart", File(new BiffBuilder().Sheet("图", kind: 2)), "no_table" },
        { "a sheet that is elsewhere", new BiffBuilder().Global(0x0085, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 1, 0, (byte)'a').Bytes(), "malformed" },
        { "a text nobody shares", One().Raw(0x00FD, [.. BiffBuilder.Place(0, 0, 0), 9, 0, 0, 0]).Bytes(), "malformed" },
        { "a cell stored twice", One().Text(0, 0, "a").Text(0, 0, "b").Bytes(), "malformed" },
        { "a short record", One().Raw(0x0203, 0, 0, 0).Bytes(), "malformed" },
        { "a merge upside down", One().Merge(5, 1, 0, 0).Bytes(), "malformed" },
        { "no end", One().Text(0, 0, "a").Bytes()[..^4], "truncated" },
        { "too long a cell", One().Shared(0, 0, new string('a', 33_000)).Bytes(), "too_large" },
        { "too many columns", One().Text(0, 300, "a").Bytes(), "too_large" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_cannot_be_read_is_refused_with_its_reason(string name, byte[] bytes, string code) => Assert.Equal(code, Taking.Refusal(bytes, name).Code);

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var good = File(One().Shared(0, 0, new string('字', 3000)).Number(1, 0, 1));
        for (var length = 8; length < good.Length - 512; length += 61) Assert.NotNull(Taking.Refusal(good[..length]));
    }

    /// <summary>Found by the fuzz test: a place past the file's end was sought before it was doubted.</summary>
    [Theory, InlineData(0x30), InlineData(0x4C)]
    public void A_sector_far_past_the_end_is_refused(int at)
    {
        var bytes = File(One().Text(0, 0, "a"));
        BitConverter.GetBytes(0x7FFFFFF0).CopyTo(bytes, at);
        Assert.Contains(Taking.Refusal(bytes).Code, new[] { "malformed", "truncated" });
    }

    [Fact]
    public void Chains_that_go_round_are_refused()
    {
        var bytes = File(One().Text(0, 0, "a"));
        for (var sector = 8; sector < 15; sector++)
        {
            var changed = (byte[])bytes.Clone();
            BitConverter.GetBytes(8).CopyTo(changed, 512 + (sector * 4));
            Assert.Contains(Taking.Refusal(changed).Code, new[] { "malformed", "truncated", "binary_office" });
        }
    }

    [Fact]
    public void Memory_for_texts_is_bound()
    {
        var workbook = One();
        for (var row = 0; row < 2000; row++) workbook.Number(row, 0, row);
        Assert.Contains("bytes of text", Taking.Refusal(workbook.Bytes(), limits: new ReadLimits { TextBytes = 50_000 }).Problem, StringComparison.Ordinal);
        Assert.Contains("rows", Taking.Refusal(workbook.Bytes(), limits: new ReadLimits { Rows = 1000 }).Problem, StringComparison.Ordinal);
        Assert.Contains("sheets", Taking.Refusal(new BiffBuilder().Sheet("1").Sheet("2").Sheet("3").Bytes(), limits: new ReadLimits { Sheets = 2 }).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        using var stream = new MemoryStream(File(One().Text(0, 0, "a")));
        var sheets = LedgerReader.Read(stream, "a.xls", cancellationToken: source.Token);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => sheets.Count());
    }
}
