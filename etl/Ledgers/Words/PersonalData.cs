using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Hides who stands in a text: what leaves the reading of a ledger is published.</summary>
public static partial class PersonalData
{
    public const string Phone = "［电话］";
    public const string IdNumber = "［证件号］";
    public const string Informant = "举报人［已隐去］";
    public const string Name = "［姓名］";

    /// <param name="text">Any free text of a row.</param>
    /// <param name="names">The names in the row's person columns; each is hidden wherever it occurs.</param>
    /// <returns>The text itself when it holds nothing to hide.</returns>
    public static string Mask(string text, IReadOnlyCollection<string> names)
    {
        var masked = text;
        if (masked.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || masked.AsSpan().IndexOfAnyInRange('０', '９') >= 0)
            masked = MaskNumbers(Id().Replace(masked, IdNumber));
        if (masked.Contains("举报", StringComparison.Ordinal) || masked.Contains("投诉", StringComparison.Ordinal)) masked = Reporter().Replace(masked, MaskReporter);
        foreach (var name in names)
            if (name.Length > 1) masked = masked.Replace(name, Name, StringComparison.Ordinal).Replace(string.Join(' ', name.AsEnumerable()), Name, StringComparison.Ordinal);
        return masked;
    }

    private static string MaskNumbers(string text) => Number().Replace(text, m => m.Groups["keep"].Value + Phone);

    private static string MaskReporter(Match match) =>
        match.Groups["who"].Value is { Length: > 0 } who && NotAName().IsMatch(who) ? match.Value : match.Groups["label"].Value.StartsWith("举报", StringComparison.Ordinal) ? Informant : "投诉人［已隐去］";

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?:[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXxＸ]|[1-9]\d{16}[\dXxＸ])(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(
        @"(?<![0-9０-９.])(?:[+＋]?86[ \-]?)?[1１][3-9３-９][0-9０-９](?:[ \-－　]?[0-9０-９]{4}){2}(?![0-9０-９])"
        + @"|(?<![0-9.])[(（]?[0０][0-9０-９]{2,3}[)）]?[ \-－—]?[2-9２-９][0-9０-９]{2,3}[ ]?[0-9０-９]{4}(?![0-9０-９])"
        + @"|(?<keep>(?:电话|座机|手机|联系方式|固话|Tel|TEL|tel)(?:号码?)?[:： ]{0,2})[2-9２-９][0-9０-９]{2,3}[-－ ]?[0-9０-９]{4}(?![0-9０-９])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("(?<label>举报人员?|举报者|投诉人员?)(?:姓名|信息)?(?:[:：为是 ]{0,2})(?<who>［姓名］|[\u3400-\u9fffA-Za-z·]{1,4}?(?=$|[^\u3400-\u9fffA-Za-z·]|反映|举报|投诉|称|说|电话|来电|要求|提供|联系|手机|的)|[\u3400-\u9fff]{2,3})", RegexOptions.CultureInvariant)]
    private static partial Regex Reporter();

    [GeneratedRegex("^(?:反映|举报|投诉|称|说|要求|匿名|不详|信息|无)", RegexOptions.CultureInvariant)]
    private static partial Regex NotAName();
}
