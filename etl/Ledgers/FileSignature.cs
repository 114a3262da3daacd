using System.Text;

namespace SafetyAnalytics.Ledgers;

/// <summary>What a file is by its first bytes, as far as it cannot be taken for text.</summary>
internal static class FileSignature
{
    private const int DirectoryEntryBytes = 128;

    private static readonly (byte[] Bytes, string Chinese, string English)[] Known =
    [
        ("%PDF-"u8.ToArray(), "PDF", "a PDF"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "图片（PNG）", "a picture (PNG)"),
        ([0xFF, 0xD8, 0xFF], "图片（JPEG）", "a picture (JPEG)"),
        ("GIF8"u8.ToArray(), "图片（GIF）", "a picture (GIF)"),
        ("II*\0"u8.ToArray(), "图片（TIFF）", "a picture (TIFF)"),
        ("MM\0*"u8.ToArray(), "图片（TIFF）", "a picture (TIFF)"),
        ("Rar!\x1A"u8.ToArray(), "RAR 压缩包", "a RAR archive"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "7z 压缩包", "a 7z archive"),
        ([0x1F, 0x8B], "gzip 压缩包", "a gzip archive"),
        ("{\\rtf"u8.ToArray(), "RTF 文档", "an RTF document"),
        ("PAR1"u8.ToArray(), "Parquet 数据", "Parquet data"),
        ("SQLite format 3\0"u8.ToArray(), "SQLite 数据库", "an SQLite database"),
    ];

    private static readonly (string Start, string Chinese, string English)[] KnownText =
    [
        ("<!doctype html", "网页（HTML）", "a web page (HTML)"),
        ("<html", "网页（HTML）", "a web page (HTML)"),
        ("<head", "网页（HTML）", "a web page (HTML)"),
        ("<body", "网页（HTML）", "a web page (HTML)"),
        ("<meta", "网页（HTML）", "a web page (HTML)"),
        ("<table", "网页（HTML）", "a web page (HTML)"),
        ("<style", "网页（HTML）", "a web page (HTML)"),
        ("<script", "网页（HTML）", "a web page (HTML)"),
        ("<!--", "网页（HTML）", "a web page (HTML)"),
        ("<?xml", "XML", "XML"),
        ("mime-version:", "网页（MHTML）", "a web page (MHTML)"),
    ];

    /// <summary>Also when hardly more than the signature is left of it.</summary>
    public static bool IsZip(ReadOnlySpan<byte> start) =>
        start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8) || start.StartsWith("PK\x07\x08"u8) || (start.Length is 2 or 3 && "PK\x03"u8.StartsWith(start));

    public static bool IsOle2(ReadOnlySpan<byte> start) => start.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Null when it may be text.</summary>
    public static (string Chinese, string English)? NameOf(byte[] start)
    {
        foreach (var (bytes, chinese, english) in Known)
        {
            if (start.AsSpan().StartsWith(bytes)) return (chinese, english);
        }

        var text = Plain(start);
        foreach (var (opening, chinese, english) in KnownText)
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return (chinese, english);
        }

        return null;
    }

    /// <summary>A refusal that knows a password from an old format: by the names in the compound file's directory, whose entries stand on 128-byte boundaries.</summary>
    public static LedgerFormatException RefuseOle2(LedgerInput input)
    {
        var seen = (Chinese: "OLE2", English: "OLE2");
        var entry = new byte[DirectoryEntryBytes];
        input.Stream.Position = 0;
        while (input.Stream.ReadAtLeast(entry, entry.Length, throwOnEndOfStream: false) == entry.Length)
        {
            input.Cancellation.ThrowIfCancellationRequested();
            if (IsNamed(entry, "EncryptedPackage")) return Faults.Encrypted(input);
            if (IsNamed(entry, "Workbook") || IsNamed(entry, "Book")) seen = (".xls/.et 表格", ".xls/.et spreadsheet");
            if (IsNamed(entry, "WordDocument")) seen = (".doc/.wps 文档", ".doc/.wps document");
        }

        return Faults.BinaryOffice(input, seen.Chinese, seen.English);
    }

    private static bool IsNamed(ReadOnlySpan<byte> entry, string name) => entry.StartsWith(Encoding.Unicode.GetBytes(name + '\0'));

    private static string Plain(byte[] start)
    {
        var encoding = start switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
        return encoding.GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
    }
}
