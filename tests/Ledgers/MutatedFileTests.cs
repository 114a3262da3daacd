using System.Globalization;
using System.Text;
using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests;

/// <summary>Broken copies of good files: refused, or read right; never another exception. A failure prints its seed.</summary>
public class MutatedFileTests
{
    private const int Cases = 1000;

    private static readonly byte[] Workbook = new XlsxBuilder().Shared("<t>单位名称</t>", "<r><t>灭火器</t></r><r><t>过期</t></r>").Format(14).Sheet("6月",
    [
        ["<c r=\"A1\" t=\"s\"><v>0</v></c>", "问题隐患", "整改时限"],
        ["某店", "<c r=\"B2\" t=\"s\"><v>1</v></c>", "长期"],
        ["某厂", "通道堵塞", "<c r=\"C3\"><v>44742</v></c>"],
    ]).Sheet("5月", [["a"]]).Merge("A1:A2").Pictures(2).Bytes();

    private static readonly byte[] Document = new DocxBuilder().Paragraph("台账").Table([["单位名称", "问题隐患"], ["某店", "灭火器过期\n通道堵塞"], ["某厂", "线路老化"]]).Table([["a"]]).Bytes();

    private static readonly byte[] Text = Encoding.UTF8.GetBytes("序号,单位名称,问题隐患\n1,某店,\"灭火器,过期\n通道\"\n2,某厂,长期\n");

    private static readonly byte[] ChineseText = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("序号,单位名称,问题隐患\n1,某店,\"灭火器,过期\n通道\"\n2,某厂,长期\n");

    public static TheoryData<string> Kinds { get; } = new() { "xlsx", "docx", "csv", "gb18030" };

    private static byte[] Good(string kind) => kind switch
    {
        "xlsx" => Workbook,
        "docx" => Document,
        "csv" => Text,
        _ => ChineseText,
    };

    [Theory, MemberData(nameof(Kinds))]
    public void A_changed_byte_is_refused_or_makes_no_difference(string kind)
    {
        var good = Good(kind);
        var expected = Said(good);
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var bytes = (byte[])good.Clone();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            var said = Said(bytes, seed);
            if (kind is "xlsx" or "docx") Assert.True(said is null || Same(expected!, said), $"seed {seed}: read as {said}");
        }
    }

    /// <summary>A flip in the zip's directory can hide the styles, which a file may lack: then the date is its serial number, as in a file without styles.</summary>
    private static bool Same(string expected, string said) => said == expected || said == expected.Replace("2022-06-30", "44742", StringComparison.Ordinal);

    [Theory, MemberData(nameof(Kinds))]
    public void Any_mutation_is_refused_or_read(string kind)
    {
        var good = Good(kind);
        for (var seed = 0; seed < Cases; seed++) Said(Mutation.Of(good, new Random(seed)), seed);
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public void A_file_cut_anywhere_is_refused(string kind)
    {
        var good = Good(kind);
        for (var length = 2; length < good.Length; length += 3) Assert.Null(Said(good[..length], length));
    }

    [Theory, InlineData("xl/worksheets/sheet1.xml"), InlineData("xl/sharedStrings.xml"), InlineData("xl/styles.xml"), InlineData("xl/workbook.xml"), InlineData("xl/_rels/workbook.xml.rels"), InlineData("xl/drawings/drawing1.xml")]
    public void Mutated_xml_inside_a_sound_workbook_is_refused_or_read(string part)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var builder = new XlsxBuilder().Shared("<t>单位名称</t>").Format(14).Sheet("6月", [["<c r=\"A1\" t=\"s\"><v>0</v></c>", "<c r=\"B1\" s=\"1\"><v>44742</v></c>"]]).Merge("A2:A3").Pictures(2);
            Said(builder.Part(part, Mutation.Of(Encoding.UTF8.GetBytes(builder.Text(part)), new Random(seed))).Bytes(), seed);
        }
    }

    [Fact]
    public void Mutated_xml_inside_a_sound_document_is_refused_or_read()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var builder = new DocxBuilder().Paragraph("题").Table([["单位", "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p/></w:tc>"], ["a", "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"]]);
            Said(builder.Part("word/document.xml", Mutation.Of(Encoding.UTF8.GetBytes(builder.Text("word/document.xml")), new Random(seed))).Bytes(), seed);
        }
    }

    [Fact]
    public void Noise_is_refused_or_read()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(1, 600)];
            random.NextBytes(bytes);
            Said(bytes, seed);
        }
    }

    /// <summary>What the file says, as one text; null when it is refused.</summary>
    private static string? Said(byte[] bytes, int seed = -1)
    {
        try
        {
            return string.Join('\n', Taking.Sheets(bytes).Select(sheet => $"[{sheet.Name}]\n{string.Join('\n', sheet.Rows.Select(row => $"{row.Number}| {string.Join(" | ", row.Cells)}").Where(line => !line.EndsWith("| ", StringComparison.Ordinal)))}"));
        }
        catch (LedgerFormatException refusal)
        {
            Assert.NotEmpty(refusal.Code);
            return null;
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"), fault);
        }
    }
}
