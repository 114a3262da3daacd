using System.Text;
using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests;

public class LedgerFormatTests
{
    private static readonly byte[] Ole2 = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<byte[], LedgerFormat> Ledgers { get; } = new()
    {
        { new XlsxBuilder().Sheet("表", [["a"]]).Bytes(), LedgerFormat.Xlsx },
        { new XlsxBuilder().Sheet("表", [["a"]]).Part("xl/vbaProject.bin", "macro").Bytes(), LedgerFormat.Xlsx },
        { new DocxBuilder().Paragraph("a").Bytes(), LedgerFormat.Docx },
        { "a,b"u8.ToArray(), LedgerFormat.Csv },
        { "磁器口"u8.ToArray(), LedgerFormat.Csv },
        { "BM,MZ\n"u8.ToArray(), LedgerFormat.Csv },
    };

    [Theory, MemberData(nameof(Ledgers))]
    public void The_first_bytes_decide_not_the_extension(byte[] bytes, LedgerFormat expected)
    {
        foreach (var name in new[] { "a.xlsx", "a.docx", "a.csv", "a.et", "a" })
        {
            using var stream = new MemoryStream(bytes);
            Assert.Equal(expected, LedgerReader.Detect(stream, name));
        }
    }

    [Fact]
    public void The_stream_is_read_from_its_beginning_and_left_open()
    {
        using var stream = new MemoryStream(new XlsxBuilder().Sheet("表", [["a"]]).Bytes());
        stream.Position = 100;
        foreach (var sheet in LedgerReader.Read(stream, "a.xlsx")) Assert.Single(sheet.Rows);
        Assert.True(stream.CanRead);
        Assert.Equal(LedgerFormat.Xlsx, LedgerReader.Detect(stream, "a.xlsx"));
    }

    private static byte[] Compound(string name) => [.. Ole2, .. new byte[504], .. new byte[128], .. Encoding.Unicode.GetBytes(name).Concat(new byte[128]).Take(128)];

    public static TheoryData<string, byte[], string, string> Others { get; } = new()
    {
        { "nothing", [], "empty_file", "" },
        { "only a mark", [0xEF, 0xBB, 0xBF], "empty_file", "" },
        { "only blanks", "\n \r\n\t\n"u8.ToArray(), "empty_file", "" },
        { "pdf", "%PDF-1.7\n%"u8.ToArray(), "not_a_ledger_format", "PDF" },
        { "png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "not_a_ledger_format", "PNG" },
        { "jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10], "not_a_ledger_format", "JPEG" },
        { "rar", "Rar!\u001A\u0007"u8.ToArray(), "not_a_ledger_format", "RAR" },
        { "gzip", [0x1F, 0x8B, 8, 0, 0, 0], "not_a_ledger_format", "gzip" },
        { "rtf", "{\\rtf1\\ansi}"u8.ToArray(), "not_a_ledger_format", "RTF" },
        { "xml", "<?xml version=\"1.0\"?><Workbook/>"u8.ToArray(), "not_a_ledger_format", "XML" },
        { "mhtml", "MIME-Version: 1.0\r\n"u8.ToArray(), "not_a_ledger_format", ".mht" },
        { "word xml", "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>"u8.ToArray(), "not_a_ledger_format", "Word" },
        { "7z", [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, 0, 4], "not_a_ledger_format", "7z" },
        { "epub", new ZipBuilder().Part("mimetype", "application/epub+zip").Bytes(), "not_a_ledger_format", "EPUB" },
        { "ofd", new ZipBuilder().Part("OFD.xml", "<a/>").Bytes(), "not_a_ledger_format", "OFD" },
        { "package without its main part", new ZipBuilder().Part("[Content_Types].xml", "<Types/>").Bytes(), "not_a_ledger_format", "Office" },
        { "zeros", new byte[1000], "not_a_ledger_format", "binary" },
        { "program", [0x7F, .. "ELF"u8, 2, 1, 1, 0, 0, 0, 0, 0], "not_a_ledger_format", "binary" },
        { "noise", [.. Enumerable.Range(0, 999).Select(i => (byte)((i * 2654435761) >> 7))], "not_a_ledger_format", "binary" },
        { "late zero", [.. Encoding.ASCII.GetBytes(new string('a', 100_000)), 0, .. "b"u8], "not_a_ledger_format", "binary" },
        { "ods", new ZipBuilder().Part("mimetype", "application/vnd.oasis.opendocument.spreadsheet").Part("content.xml", "<a/>").Bytes(), "not_a_ledger_format", "OpenDocument" },
        { "xlsb", new ZipBuilder().Part("xl/workbook.bin", "b").Part("_rels/.rels", XlsxBuilder.Relationships("<Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/>")).Bytes(), "not_a_ledger_format", "xlsb" },
        { "pptx", new ZipBuilder().Part("_rels/.rels", XlsxBuilder.Relationships("<Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"ppt/presentation.xml\"/>")).Part("ppt/presentation.xml", "<presentation/>").Bytes(), "not_a_ledger_format", "PowerPoint" },
        { "half an xls", Compound("Workbook"), "malformed", "OLE2" },
        { "half an old xls", Compound("Book"), "malformed", "OLE2" },
        { "doc", Compound("WordDocument"), "binary_office", ".doc" },
        { "half an ole2", Ole2, "binary_office", "" },
        { "password", Compound("EncryptedPackage"), "encrypted", "" },
        { "half a signature", "PK"u8.ToArray(), "truncated", "" },
        { "zip header only", "PK\u0003\u0004"u8.ToArray(), "truncated", "" },
    };

    [Theory, MemberData(nameof(Others))]
    public void Everything_else_is_refused_with_what_it_seems_to_be(string name, byte[] bytes, string code, string seems)
    {
        using var stream = new MemoryStream(bytes);
        var refusal = Assert.Throws<LedgerFormatException>(() => LedgerReader.Detect(stream, "某处/" + name));
        Assert.Equal((code, name), (refusal.Code, refusal.File));
        Assert.Contains(seems, refusal.Problem, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.Cure);
        Assert.Equal(code, Assert.Throws<LedgerFormatException>(() => LedgerReader.Read(stream, name)).Code);
    }

    [Fact]
    public void A_stream_that_cannot_be_sought_is_a_programmers_mistake()
    {
        using var stream = new System.IO.Compression.DeflateStream(new MemoryStream([1, 2, 3]), System.IO.Compression.CompressionMode.Decompress);
        Assert.Throws<ArgumentException>(() => LedgerReader.Detect(stream, "a"));
        Assert.Throws<ArgumentNullException>(() => LedgerReader.Read(null!, "a"));
        Assert.Throws<ArgumentException>(() => LedgerReader.Read(Stream.Null, ""));
    }
}
