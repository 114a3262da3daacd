using System.Globalization;
using System.Xml;

namespace SafetyAnalytics.Ledgers;

/// <summary>Every way a file can be refused: one stable code, the problem and the cure in both languages.</summary>
internal static class Faults
{
    private const string Resave = "请用 Excel、WPS 或 Word 打开核对后另存，再报送。Open it in Excel, WPS or Word, check it, save it again and resend.";
    private const string SendLedger = "请另存为 .xlsx、.docx 或 .csv 后报送。Save it as .xlsx, .docx or .csv and resend.";

    public static LedgerFormatException Empty(LedgerInput input) =>
        new("empty_file", input.FileName, "文件是空的。The file is empty.", "请重新导出后报送。Export it again and resend.");

    public static LedgerFormatException NotALedger(LedgerInput input, string chinese, string english) =>
        new("not_a_ledger_format", input.FileName, $"这不是台账文件，像是{chinese}。Not a ledger file; it seems to be {english}.", SendLedger);

    public static LedgerFormatException Archive(LedgerInput input) =>
        new("not_a_ledger_format", input.FileName, "这是压缩包（zip），里面的文件不能在这里打开。A zip archive, whose files cannot be opened here.", "请解压后逐个报送。Unpack it and send its files.");

    public static LedgerFormatException OtherArchive(LedgerInput input, string name) =>
        new("not_a_ledger_format", input.FileName, $"这是 {name} 压缩包。A {name} archive.", "请解压后再报送，或改用 zip。Unpack it and send its files, or use zip.");

    public static LedgerFormatException EmptyArchive(LedgerInput input) =>
        new("no_table", input.FileName, "压缩包（zip）里没有文件。The zip archive holds no file.", "请把台账放进压缩包，或直接报送台账。Put the ledgers into it, or send them as they are.");

    public static LedgerFormatException BinaryOffice(LedgerInput input, string chinese, string english) =>
        new("binary_office", input.FileName, $"这是旧版二进制文件（{chinese}）。An old binary Office file ({english}).", "请另存为 .xlsx 或 .docx 后报送。Save it as .xlsx or .docx and resend.");

    public static LedgerFormatException Encrypted(LedgerInput input) =>
        new("encrypted", input.FileName, "文件有打开密码。The file is protected by a password.", "请去掉密码另存后报送。Remove the password, save and resend.");

    public static LedgerFormatException Truncated(LedgerInput input, string? table = null, Exception? inner = null) =>
        new("truncated", input.FileName, "文件不完整或已损坏，无法解压。The file is cut off or damaged and cannot be unpacked.", "请重新复制或下载后报送。Copy or download it again and resend.", table, innerException: inner);

    public static LedgerFormatException BadEncoding(LedgerInput input, string chinese, string english) =>
        new("bad_encoding", input.FileName, $"文字编码无法识别：{chinese}。Unreadable text encoding: {english}.", "请另存为 UTF-8 的 CSV，或直接报送 .xlsx。Save as CSV UTF-8, or send the .xlsx.");

    public static LedgerFormatException TooLarge(LedgerInput input, string chinese, string english, long limit, string? table = null, int? row = null, int? column = null)
    {
        var number = limit.ToString("N0", CultureInfo.InvariantCulture);
        return new("too_large", input.FileName, $"超过上限：{chinese} > {number}。Beyond the limit: {english} > {number}.", "请拆分或清理后报送。Split it or clean it up and resend.", table, row, column);
    }

    public static LedgerFormatException Malformed(LedgerInput input, string chinese, string english, string? table = null, int? row = null, int? column = null, Exception? inner = null) =>
        new("malformed", input.FileName, $"文件内容有误：{chinese}。Broken content: {english}.", Resave, table, row, column, inner);

    public static LedgerFormatException NoTable(LedgerInput input) =>
        new("no_table", input.FileName, "文件里没有表格，也没有文字。The file holds no table and no text.", Resave);

    /// <summary>Does the work; what the zip and xml libraries throw at a broken file comes out as a refusal.</summary>
    public static T Translated<T>(LedgerInput input, string? table, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (XmlException fault)
        {
            throw Malformed(input, $"XML 第 {fault.LineNumber} 行无法解析", $"XML line {fault.LineNumber} cannot be parsed", table, inner: fault);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw Truncated(input, table, fault);
        }
    }

    /// <summary>The same for a sequence: each step of it.</summary>
    public static IEnumerable<T> Translated<T>(LedgerInput input, string? table, IEnumerable<T> sequence)
    {
        using var steps = sequence.GetEnumerator();
        while (Translated(input, table, steps.MoveNext)) yield return steps.Current;
    }
}
