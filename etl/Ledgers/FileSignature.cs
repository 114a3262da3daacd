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
        ("{\\rtf"u8.ToArray(), "RTF 文档", "an RTF document"),
        ("PAR1"u8.ToArray(), "Parquet 数据", "Parquet data"),
        ("SQLite format 3\0"u8.ToArray(), "SQLite 数据库", "an SQLite database"),
    ];

    private static readonly (byte[] Bytes, string Name)[] Archives =
    [
        ("Rar!\x1A"u8.ToArray(), "RAR"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "7z"),
        ([0x1F, 0x8B], "gzip"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "xz"),
        ("MSCF\0\0\0\0"u8.ToArray(), "CAB"),
    ];

    /// <summary>Also when hardly more than the signature is left of it.</summary>
    public static bool IsZip(ReadOnlySpan<byte> start) =>
        start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8) || start.StartsWith("PK\x07\x08"u8) || (start.Length is 2 or 3 && "PK\x03"u8.StartsWith(start));

    public static bool IsOle2(ReadOnlySpan<byte> start) => start.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>A refusal of what is known for something else; null when it may be text.</summary>
    public static LedgerFormatException? RefusalOf(LedgerInput input, ReadOnlySpan<byte> start)
    {
        foreach (var (bytes, chinese, english) in Known)
        {
            if (start.StartsWith(bytes)) return Faults.NotALedger(input, chinese, english);
        }

        foreach (var (bytes, name) in Archives)
        {
            if (start.StartsWith(bytes)) return Faults.OtherArchive(input, name);
        }

        return null;
    }

    /// <summary>A workbook stream without the compound file around it, as simple programs write it: the beginning of a BIFF5 or BIFF8 substream.</summary>
    public static bool IsBareBiff(ReadOnlySpan<byte> start) => start is [0x09, 0x08, (>= 4 and <= 16), 0x00, _, (0x00 or 0x05 or 0x06), (0x05 or 0x10), 0x00, ..];

    /// <summary>
    /// A refusal for a compound file whose directory is damaged: by the names that still stand on the 128-byte boundaries of its entries it may be known for a password's or another document's.
    /// </summary>
    /// <param name="damage">The refusal of what was a workbook.</param>
    public static LedgerFormatException RefuseOle2(LedgerInput input, LedgerFormatException damage)
    {
        LedgerFormatException? workbook = null;
        var seen = (Chinese: "OLE2", English: "OLE2");
        var entry = new byte[DirectoryEntryBytes];
        input.Stream.Position = 0;
        while (input.Stream.ReadAtLeast(entry, entry.Length, throwOnEndOfStream: false) == entry.Length)
        {
            input.Cancellation.ThrowIfCancellationRequested();
            if (IsNamed(entry, "EncryptedPackage")) return Faults.Encrypted(input);
            if (IsNamed(entry, "Workbook") || IsNamed(entry, "Book")) workbook = damage;
            if (IsNamed(entry, "WordDocument")) seen = (".doc/.wps 文档", ".doc/.wps document");
        }

        return seen.Chinese == "OLE2" && workbook is not null ? workbook : Faults.BinaryOffice(input, seen.Chinese, seen.English);
    }

    private static bool IsNamed(ReadOnlySpan<byte> entry, string name) => entry.StartsWith(Encoding.Unicode.GetBytes(name + '\0'));
}
