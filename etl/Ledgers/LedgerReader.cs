using SafetyAnalytics.Ledgers.Biff;
using SafetyAnalytics.Ledgers.Csv;
using SafetyAnalytics.Ledgers.Docx;
using SafetyAnalytics.Ledgers.Html;
using SafetyAnalytics.Ledgers.Office;
using SafetyAnalytics.Ledgers.SpreadsheetXml;
using SafetyAnalytics.Ledgers.Xlsx;

namespace SafetyAnalytics.Ledgers;

/// <summary>Files into rows of cells. Knows the containers, and nothing of what a row means.</summary>
public static class LedgerReader
{
    /// <summary>Enough for the comments and declarations that may stand before a page's first telling tag.</summary>
    private const int StartBytes = 4096;

    /// <summary>What the file is, by its first bytes and, for a zip, by the document inside. The extension is not looked at.</summary>
    /// <param name="stream">Readable and seekable; read from its beginning, left open.</param>
    /// <param name="fileName">For messages only; a folder before it is cut off.</param>
    /// <exception cref="ArgumentException">The stream cannot be read or sought.</exception>
    /// <exception cref="LedgerFormatException">It is none of these: <c>empty_file, not_a_ledger_format, binary_office, encrypted, truncated, malformed, bad_encoding, too_large</c>.</exception>
    public static LedgerFormat Detect(Stream stream, string fileName, ReadLimits? limits = null, CancellationToken cancellationToken = default)
    {
        var input = LedgerInput.Of(stream, fileName, limits, cancellationToken);
        return Faults.Translated(input, null, () => Recognise(input).Format);
    }

    /// <summary>
    /// The tables of a file, in its order. What the file is, is settled before this returns; the rest is read while enumerating, once, one sheet after the other:
    /// a sheet's rows must be taken before the next sheet is asked for, and are skipped otherwise.
    /// </summary>
    /// <param name="stream">Readable and seekable; read from its beginning, left open, and not to be touched meanwhile.</param>
    /// <param name="fileName">For messages, and the name of a csv's only sheet; a folder before it is cut off.</param>
    /// <param name="limits">Null: <see cref="ReadLimits.Default"/>.</param>
    /// <exception cref="ArgumentException">The stream cannot be read or sought.</exception>
    /// <exception cref="LedgerFormatException">At the call: see <see cref="Detect"/>, and <c>not_a_ledger_format</c> for a zip of files, which is for <see cref="LedgerArchive"/>. While enumerating sheets or rows also <c>malformed, truncated, too_large, bad_encoding, no_table</c>.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while enumerating.</exception>
    public static IEnumerable<LedgerSheet> Read(Stream stream, string fileName, ReadLimits? limits = null, CancellationToken cancellationToken = default)
    {
        var input = LedgerInput.Of(stream, fileName, limits, cancellationToken);
        var (format, encoding) = Faults.Translated(input, null, () => Recognise(input));
        return Faults.Translated(input, null, format switch
        {
            LedgerFormat.Xlsx => XlsxLedger.Read(input),
            LedgerFormat.Docx => DocxLedger.Read(input),
            LedgerFormat.Xls => BiffLedger.Read(input),
            LedgerFormat.Html => HtmlLedger.Read(input, encoding!),
            LedgerFormat.SpreadsheetXml => SpreadsheetXmlLedger.Read(input, encoding!),
            LedgerFormat.Zip => throw Faults.Archive(input),
            _ => CsvLedger.Read(input, encoding!),
        });
    }

    /// <summary>The encoding is null unless it is text.</summary>
    private static (LedgerFormat Format, TextEncoding? Encoding) Recognise(LedgerInput input)
    {
        if (input.Stream.Length == 0) throw Faults.Empty(input);
        if (input.Stream.Length > input.Limits.FileBytes) throw Faults.TooLarge(input, "文件字节数", "bytes of the file", input.Limits.FileBytes);

        var start = input.Start(StartBytes);
        if (FileSignature.IsZip(start)) return (OfficeFormat.Recognise(input), null);
        if (FileSignature.IsOle2(start)) return (OldOfficeFormat.Recognise(input), null);
        if (FileSignature.IsBareBiff(start)) return (LedgerFormat.Xls, null);
        if (FileSignature.RefusalOf(input, start) is { } refusal) throw refusal;
        if (MarkupSignature.FormatOf(input, start) is { } format) return (format, PageEncoding.Of(input));
        return (LedgerFormat.Csv, TextEncoding.Of(input));
    }
}
