using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Reads a corrected version's number out of a title or a file's name: 更正, 最终版2, v3, (2).</summary>
public static partial class RevisionWords
{
    /// <summary>The number; 1 for a word without number; 0 when nothing says that it is a corrected version.</summary>
    public static int Read(string text)
    {
        var folded = CellText.Squeeze(text);
        var numbers = Numbered().Matches(folded).Select(m => int.Parse(m.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
        return numbers.DefaultIfEmpty(Corrected().IsMatch(folded) ? 1 : 0).Max();
    }

    [GeneratedRegex(@"(?:终稿|终版|最终|最终版|更正|更正版|修正|修正版|修订|修订版|修改|修改版|[vV]|版本)[(]?(?<n>\d{1,2})(?!\d|[月日年.\-])|第(?<n>\d{1,2})版|[(](?<n>\d{1,2})[)](?=$|\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex("更正|修正|修订|修改|终稿|终版|最终|重报|补正|改\\)", RegexOptions.CultureInvariant)]
    private static partial Regex Corrected();
}
