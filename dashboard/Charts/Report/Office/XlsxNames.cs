namespace SafetyAnalytics.Charts.Report.Office;

/// <summary>Names a sheet may have: at most 31 letters, none of []:*?/\, no apostrophe at an end, no two alike.</summary>
internal static class XlsxNames
{
    private const int Most = 31;
    private const string Forbidden = "[]:*?/\\";

    public static IReadOnlyList<string> Of(IReadOnlyList<string> titles)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        foreach (var title in titles)
        {
            var plain = XmlLetters.Of(string.Concat(title.Select(letter => Forbidden.Contains(letter, StringComparison.Ordinal) || char.IsControl(letter) ? ' ' : letter))).Trim('\'', ' ');
            if (plain.Length == 0) plain = "-";
            var name = Cut(plain, Most);
            for (var i = 2; !taken.Add(name); i++)
            {
                var ending = $" {i.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
                name = Cut(plain, Most - ending.Length) + ending;
            }

            names.Add(name);
        }

        return names;
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : (char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length]).TrimEnd('\'', ' ');
}
