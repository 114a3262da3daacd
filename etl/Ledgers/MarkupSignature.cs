using System.Text;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers;

/// <summary>What a text file is by its first tag.</summary>
internal static partial class MarkupSignature
{
    private const string SpreadsheetNamespace = "urn:schemas-microsoft-com:office:spreadsheet";

    private static readonly (string Word, string Chinese, string English)[] OtherXml =
    [
        ("wordDocument", "Word 2003 XML 文档", "a Word 2003 xml document"),
        ("http://schemas.microsoft.com/office/2006/xmlPackage", "Word XML 文档", "a Word xml document"),
        ("urn:oasis:names:tc:opendocument", "OpenDocument 文件", "an OpenDocument file"),
    ];

    /// <summary>Null when the text does not begin like a page or an xml file.</summary>
    /// <exception cref="LedgerFormatException"><c>not_a_ledger_format</c>: xml of another kind, or a web archive (.mht).</exception>
    public static LedgerFormat? FormatOf(LedgerInput input, byte[] start)
    {
        var text = Plain(start);
        if (Html().IsMatch(text)) return LedgerFormat.Html;
        if (WebArchive().IsMatch(text)) throw Faults.NotALedger(input, "单个文件网页（.mht）", "a web archive (.mht)");
        if (!text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("<Workbook", StringComparison.Ordinal)) return null;
        if (text.Contains(SpreadsheetNamespace, StringComparison.Ordinal)) return LedgerFormat.SpreadsheetXml;
        foreach (var (word, chinese, english) in OtherXml)
        {
            if (text.Contains(word, StringComparison.Ordinal)) throw Faults.NotALedger(input, chinese, english);
        }

        return HtmlRoot().IsMatch(text) ? LedgerFormat.Html : throw Faults.NotALedger(input, "XML", "XML");
    }

    /// <summary>Latin letters as they are; the rest does not matter here.</summary>
    private static string Plain(byte[] start)
    {
        var encoding = start switch
        {
            [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
        return encoding.GetString(start).TrimStart('\uFEFF', '\u00A0', '\u3000', ' ', '\t', '\r', '\n', '\f');
    }

    [GeneratedRegex(@"^<(?:!doctype\s+html|!--|(?:html|head|body|meta|title|link|base|table|thead|tbody|tr|td|th|style|script|div|center|font|form|span|p|br|h[1-6]|b|xml)(?=[\s>/]))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Html();

    [GeneratedRegex(@"<(?:!doctype\s+html|html|body|table)(?=[\s>])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HtmlRoot();

    [GeneratedRegex(@"^(?:mime-version:|content-type:\s*multipart/|from: <Saved by)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WebArchive();
}
