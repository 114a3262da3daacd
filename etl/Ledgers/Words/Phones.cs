using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>The phone numbers of one cell.</summary>
/// <param name="Numbers">Digits only, in order: 13800138000, 02361234567.</param>
/// <param name="HasUnreadable">Something stands there that should be a number and is none, such as 1.38E+10.</param>
public sealed record PhoneReading(IReadOnlyList<string> Numbers, bool HasUnreadable)
{
    public static PhoneReading None { get; } = new([], HasUnreadable: false);
}

/// <summary>Phone numbers as ledgers write them: mobile, with area code, as a spreadsheet's number, several in one cell.</summary>
public static partial class Phones
{
    /// <summary>A cell of the phone column: whatever is filled in there should be a number.</summary>
    public static PhoneReading Read(string text)
    {
        if (CellText.IsPlaceholder(text)) return PhoneReading.None;
        var folded = CellText.Fold(text);
        if (FromSpreadsheet(folded) is { } whole) folded = whole;
        var numbers = Find(folded, bareLandlines: true);
        var rest = AnyPhone().Replace(folded, "");
        var hasUnreadable = numbers.Count == 0 || ManyDigits().IsMatch(rest);
        return new PhoneReading(numbers, hasUnreadable);
    }

    /// <summary>Numbers in running text or in a column of names; a bare seven or eight digits count only where a word says that they are a phone.</summary>
    public static IReadOnlyList<string> FindIn(string text) => text.Length < 7 ? [] : Find(CellText.Fold(text), bareLandlines: false);

    private static List<string> Find(string folded, bool bareLandlines)
    {
        var numbers = new List<string>();
        foreach (Match match in AnyPhone().Matches(folded))
        {
            if (match.Groups["bare"].Success && !bareLandlines && !match.Groups["label"].Success) continue;
            var number = match.Groups["mobile"].Success ? match.Groups["mobile"].Value : match.Groups["number"].Value;
            numbers.Add(string.Concat(number.Where(char.IsAsciiDigit)));
        }

        return numbers;
    }

    /// <summary>13800138000.0 and 1.3800138E+10 are whole numbers again; 1.38E+10 has lost its digits.</summary>
    private static string? FromSpreadsheet(string folded)
    {
        if (!SpreadsheetNumber().IsMatch(folded)) return null;
        var digits = folded.Count(char.IsAsciiDigit) - (folded.Contains('E', StringComparison.OrdinalIgnoreCase) ? 2 : 0);
        return digits >= 8 && decimal.TryParse(folded, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number)
            ? decimal.Truncate(number).ToString("0", CultureInfo.InvariantCulture)
            : null;
    }

    [GeneratedRegex(
        @"(?<number>(?<![\d.])(?:\+?86[ \-]?)?(?<mobile>1[3-9]\d(?:[ \-]?\d{4}){2})(?!\d)"
        + @"|(?<![\d.])[(]?0\d{2,3}[)]?[ \-]?[2-9]\d{2,3}[ ]?\d{4}(?:-\d{1,4})?(?!\d)"
        + @"|(?<![\d.])400[ \-]?\d{3}[ \-]?\d{4}(?!\d))"
        + @"|(?<label>电话|座机|手机|联系方式|固话|Tel|TEL|tel)?[:]?(?<bare>(?<number>(?<![\d.\-])[2-9]\d{2,3}-?\d{4}(?![\d.])))",
        RegexOptions.CultureInvariant)]
    internal static partial Regex AnyPhone();

    [GeneratedRegex(@"\d{5,}|\d[.]\d+E", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ManyDigits();

    [GeneratedRegex(@"^\d+(?:\.\d+)?(?:E\+?\d{1,2})?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SpreadsheetNumber();
}
