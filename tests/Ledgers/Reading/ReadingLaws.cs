using CsCheck;
using SafetyAnalytics.Ledgers.Reading;

namespace SafetyAnalytics.Ledgers.Tests.Reading;

/// <summary>What holds for every file, however it was put together.</summary>
public class ReadingLaws
{
    private static readonly string[] Lines =
    [
        "", Ledger.Header, "1|青竹餐馆|横街1号|某甲|13800138000|应急办||灭火器过期|已整改|6月30日|", "2|同上||||||1.通道堵塞；2.应急灯损坏|1.已整改；2.整改中|立行立改|",
        "3|青竹超市||||||无", "|||||||，共2具", "|||||||通道堵塞|已整改", "4|青竹客栈", "合计|3", "填表人：某甲||审核人：某乙", "一、消防领域", "转下页", "本月无隐患", "5",
        "2022年5月台账", "磁器口社区2022年6月台账", "填报单位：金沙社区　填报时间：2022年6月30日", "单位名称|存在问题", "序号|问题隐患|整改措施|整改时限", "青竹茶馆|电线老化", "姓名|电话", "#REF!|#N/A",
    ];

    private static readonly Gen<LandedFile> Files =
        from sheets in Gen.Select(Gen.Int[0, Lines.Length - 1].Select(i => Lines[i]).Array[0, 12], Gen.Bool, Gen.Select(Gen.Int[1, 12], Gen.Int[0, 4], Gen.Int[0, 10]).Array[0, 3]).Array[1, 3]
        from name in Gen.Int[0, 2].Select(i => new[] { "应急办2022年6月.xlsx", "6月.xlsx", "台账.docx" }[i])
        from visit in Gen.Bool
        select new LandedFile(
            [name],
            [.. sheets.Select((sheet, i) => Ledger.Sheet(string.Join('\n', sheet.Item1), i + 1, $"表{i + 1}", sheet.Item2 && i > 0, merges: [.. sheet.Item3.Select(m => Ledger.Merge(m.Item1, m.Item1 + m.Item2, m.Item3))]))],
            new LandSettings(BlankHazardIsVisit: visit));

    [Fact]
    public void No_row_is_lost_or_invented_and_every_item_has_its_row() =>
        Files.Sample(
            file =>
            {
                var reading = Read(file);
                Assert.Equal(file.Sheets.SelectMany(sheet => sheet.Rows.Select(row => (sheet.Number, row.Number))), reading.Rows.Select(row => (row.SheetNumber, row.RowNumber)));
                var hazards = reading.Rows.Where(row => row.Kind == RowKind.Hazard).Select(row => (row.SheetNumber, row.RowNumber)).ToHashSet();
                Assert.Equal(hazards, reading.Items.Select(item => (item.SheetNumber, item.RowNumber)).ToHashSet());
                Assert.All(reading.Items.GroupBy(item => (item.SheetNumber, item.RowNumber)), row => Assert.Equal(Enumerable.Range(1, row.Count()), row.Select(item => item.ItemNumber)));
            },
            iter: 1_000);

    [Fact]
    public void A_row_says_what_it_is_and_an_entry_what_it_says() =>
        Files.Sample(
            file =>
            {
                foreach (var row in Read(file).Rows)
                {
                    var isEntry = row.Kind is RowKind.Hazard or RowKind.Visit;
                    Assert.Equal(isEntry, row.Reason is null);
                    Assert.Equal(isEntry, row.UnitName is { Length: > 0 });
                    Assert.Equal(isEntry, row.Fingerprint is not null);
                    if (isEntry) Assert.NotNull(row.PartNumber);
                }
            },
            iter: 1_000);

    [Fact]
    public void Parts_are_numbered_and_settled_or_say_why_not() =>
        Files.Sample(
            file =>
            {
                var reading = Read(file);
                Assert.Equal(Enumerable.Range(1, reading.Parts.Count), reading.Parts.Select(part => part.Number));
                Assert.All(reading.Parts, part => Assert.True(part.Reason is not null || (part.Month is not null && part.Submitter is not null && part.SubmitterIsKnown)));
                Assert.All(reading.Rows, row => Assert.True(row.PartNumber is null || (row.PartNumber >= 1 && row.PartNumber <= reading.Parts.Count)));
            },
            iter: 1_000);

    [Fact]
    public void Every_code_has_its_message() =>
        Files.Sample(
            file =>
            {
                var reading = Read(file);
                var codes = reading.Rows.SelectMany(row => row.Issues.Append(row.Reason)).Concat(reading.Items.SelectMany(item => item.Issues)).Concat(reading.Warnings).Concat(reading.Parts.Select(part => part.Reason));
                Assert.All(codes.OfType<string>().Distinct(StringComparer.Ordinal), code => Assert.Contains(code, Words.SeedFiles.Lexicon.Reasons));
            },
            iter: 500);

    [Fact]
    public void What_was_read_before_changes_nothing()
    {
        var used = new LedgerReading(Words.SeedFiles.Lexicon);
        Files.Sample(file => Assert.Equal(Shown(Read(file)), Shown(used.Read(file))), iter: 500, threads: 1);
    }

    private static FileReading Read(LandedFile file) => new LedgerReading(Words.SeedFiles.Lexicon).Read(file);

    private static string Shown(FileReading reading) => System.Text.Json.JsonSerializer.Serialize(reading);
}
