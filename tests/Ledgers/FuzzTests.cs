using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Tests.Building;
using SafetyAnalytics.Ledgers.Tests.Reading;

namespace SafetyAnalytics.Ledgers.Tests;

/// <summary>
/// Ten thousand broken copies of small sound ledgers of every format: each is refused, or read within its limits with every row accounted for.
/// Number n is always the same file; a failure names it.
/// </summary>
public class FuzzTests
{
    private const int Files = 10_000;

    private static readonly ReadLimits Limits = new() { FileBytes = 1 << 20, PartBytes = 4 << 20, TextBytes = 4 << 20, Rows = 500, Columns = 40, CellCharacters = 2_000, Sheets = 12 };

    private static readonly string[][] Rows =
    [
        ["应急办2022年6月安全生产大检查台账"],
        ["序号", "单位名称", "问题隐患", "整改措施及情况", "整改时限"],
        ["1", "青竹餐馆", "1.灭火器过期；2.通道堵塞", "1.已更换；2.整改中", "6月30日"],
        ["2", "同上", "应急灯损坏", "已整改", "立行立改"],
        ["", "", "，共2具", "", ""],
        ["合计", "2", "", "", ""],
        ["填表人：", "", "", "", ""],
    ];

    private static readonly string Csv = string.Join('\n', Rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell}\""))));

    private static readonly XlsxBuilder Workbook = new XlsxBuilder().Shared("<r><t>灭火器</t></r><r><rPr><strike/></rPr><t>过期</t></r>").Format(31)
        .Sheet("6月", [.. Rows, ["3", "青竹超市", "<c r=\"C8\" t=\"s\"><v>0</v></c>", "", "<c r=\"E8\" s=\"1\"><v>44742</v></c>"]]).Merge("A1:E1", "B3:B4").Pictures(5).Sheet("旧", [["a"]], "hidden");

    private static readonly byte[] Html = Encoding.UTF8.GetBytes("<html><style>.d{mso-number-format:\"Short Date\"}</style><p>台账</p><table>" + string.Concat(Rows.Select((row, i) => $"<tr{(i == 3 ? " style='display:none'" : "")}>" + string.Concat(row.Select(cell => $"<td rowspan={1 + (i == 2 ? 1 : 0)} colspan=\"1\">{cell}<br></td>")) + "</tr>")) + "<tr><td class=d x:num=44742>x</td></tr></table></html>");

    private static readonly byte[] Spreadsheet = Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"6月\"><Table>" + string.Concat(Rows.Select((row, i) => $"<Row ss:Index=\"{i + 1}\">" + string.Concat(row.Select((cell, column) => $"<Cell ss:Index=\"{column + 1}\"{(i == 2 ? " ss:MergeDown=\"1\"" : "")}><Data ss:Type=\"String\">{cell}</Data></Cell>")) + "</Row>")) + "</Table></Worksheet></Workbook>");

    private static readonly (string Name, byte[] Bytes)[] Seeds =
    [
        ("xlsx", Workbook.Bytes()),
        ("xlsm", Workbook.Part("xl/vbaProject.bin", "macro").Bytes()),
        ("docx", new DocxBuilder().Paragraph("应急办2022年6月台账").Table(Rows[1..]).Table([["4", "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p/></w:tc>", "电线老化", "", "长期"]]).Bytes()),
        ("csv", Encoding.UTF8.GetBytes(Csv)),
        ("gb18030", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Csv)),
        ("utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv)]),
        ("xls", new CompoundBuilder().Stream("Workbook", Biff()).Bytes()),
        ("bare xls", Biff()),
        ("html", Html),
        ("xml", Spreadsheet),
        ("zip", new ZipBuilder().Part("a/应急办.xlsx", Workbook.Bytes()).Part("b.csv", Csv).Part("c.xls", Biff()).Bytes()),
    ];

    [Fact]
    public void Ten_thousand_broken_files_are_refused_or_read_and_every_row_is_accounted_for()
    {
        var faults = new ConcurrentBag<string>();
        var read = 0;
        using var readings = new ThreadLocal<LedgerReading>(() => new LedgerReading(Words.SeedFiles.Lexicon));
        Parallel.For(0, Files, number =>
        {
            var (name, bytes) = Broken(number);
            try
            {
                if (Try(bytes, readings.Value!)) Interlocked.Increment(ref read);
            }
            catch (Exception fault)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"file {number} ({name}): {fault}"));
            }
        });
        Assert.True(faults.IsEmpty, $"{faults.Count} of {Files}:\n{string.Join("\n\n", faults.Order(StringComparer.Ordinal).Take(3))}");
        Assert.InRange(read, Files / 10, Files * 9 / 10);
    }

    [Fact]
    public void The_sound_files_are_read()
    {
        using var readings = new ThreadLocal<LedgerReading>(() => new LedgerReading(Words.SeedFiles.Lexicon));
        Assert.All(Seeds, seed => Assert.True(Try(seed.Bytes, readings.Value!), seed.Name));
    }

    /// <summary>One seed with bytes changed outside, or inside a part of a zip that is then put together anew, or cut off, or joined with another.</summary>
    private static (string Name, byte[] Bytes) Broken(int number)
    {
        var random = new Random(number);
        var (name, good) = Seeds[number % Seeds.Length];
        var isZip = good is [(byte)'P', (byte)'K', ..];
        var bytes = random.Next(10) switch
        {
            < 6 when isZip => InsideChanged(good, random),
            7 => good[..random.Next(good.Length)],
            8 => Joined(good, Seeds[random.Next(Seeds.Length)].Bytes, random),
            9 => Flipped(good, random),
            _ => Mutation.Of(good, random),
        };
        return (name, bytes);
    }

    private static byte[] InsideChanged(byte[] zip, Random random)
    {
        using var good = new ZipArchive(new MemoryStream(zip));
        using var bytes = new MemoryStream();
        var chosen = random.Next(good.Entries.Count);
        using (var broken = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < good.Entries.Count; i++)
            {
                using var from = good.Entries[i].Open();
                using var content = new MemoryStream();
                from.CopyTo(content);
                using var to = broken.CreateEntry(good.Entries[i].FullName, CompressionLevel.NoCompression).Open();
                to.Write(i == chosen ? Mutation.Of(content.ToArray(), random) : content.ToArray());
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Joined(byte[] first, byte[] second, Random random) => [.. first[..random.Next(first.Length)], .. second[random.Next(second.Length)..]];

    private static byte[] Flipped(byte[] good, Random random)
    {
        var bytes = (byte[])good.Clone();
        for (var i = random.Next(1, 8); i > 0; i--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    /// <summary>True when it was read; false when it was refused. A zip is read when one of its members is.</summary>
    private static bool Try(byte[] bytes, LedgerReading reading)
    {
        using var stream = new MemoryStream(bytes);
        try
        {
            if (LedgerReader.Detect(stream, "台账", Limits) != LedgerFormat.Zip) return TryOne(bytes, reading);
            var isRead = false;
            foreach (var member in LedgerArchive.Members(stream, "台账.zip", Limits)) isRead |= TryMember(member, reading);
            return isRead;
        }
        catch (LedgerFormatException refusal)
        {
            Assert.Contains(refusal.Code, Words.SeedFiles.Lexicon.Reasons);
            Assert.NotEmpty(refusal.Cure);
            return false;
        }
    }

    private static bool TryMember(LedgerArchiveMember member, LedgerReading reading)
    {
        try
        {
            using var content = (MemoryStream)member.Open();
            return TryOne(content.ToArray(), reading);
        }
        catch (LedgerFormatException refusal)
        {
            Assert.StartsWith("台账.zip/", member.Name, StringComparison.Ordinal);
            Assert.Contains(refusal.Code, Words.SeedFiles.Lexicon.Reasons);
            return false;
        }
    }

    private static bool TryOne(byte[] bytes, LedgerReading reading)
    {
        LandedSheet[] sheets = [.. Ledger.Landed(bytes, "应急办2022年6月台账", Limits)];
        Assert.InRange(sheets.Length, 1, Limits.Sheets);
        foreach (var sheet in sheets)
        {
            Assert.InRange(sheet.Rows.Count, 0, Limits.Rows);
            Assert.All(sheet.Rows, row => Assert.True(row.Cells.Length <= Limits.Columns && row.Cells.All(cell => cell.Length <= Limits.CellCharacters)));
            Assert.Equal(sheet.Rows.Select(row => row.Number).Distinct().Order(), sheet.Rows.Select(row => row.Number));
        }

        var said = reading.Read(new LandedFile(["应急办2022年6月台账"], sheets, new LandSettings()));
        Assert.Equal(sheets.SelectMany(sheet => sheet.Rows.Select(row => (sheet.Number, row.Number))), said.Rows.Select(row => (row.SheetNumber, row.RowNumber)));
        var hazards = said.Rows.Where(row => row.Kind == RowKind.Hazard).Select(row => (row.SheetNumber, row.RowNumber));
        Assert.Equal(hazards, said.Items.Select(item => (item.SheetNumber, item.RowNumber)).Distinct());
        Assert.All(said.Rows, row => Assert.Equal(row.Kind is RowKind.Hazard or RowKind.Visit, row.Reason is null));
        return true;
    }

    private static byte[] Biff()
    {
        var workbook = new BiffBuilder().Format(31).Sheet("6月");
        for (var row = 0; row < Rows.Length; row++)
        {
            for (var column = 0; column < Rows[row].Length; column++)
            {
                if (Rows[row][column].Length > 0) workbook.Shared(row, column, Rows[row][column], 0, (0, 1));
            }
        }

        return workbook.Number(7, 0, 3).Text(7, 1, "青竹超市").Text(7, 2, "电线老化").Number(7, 4, 44742, style: 1).Merge(2, 3, 1, 1).HiddenRow(4).Bytes();
    }
}
