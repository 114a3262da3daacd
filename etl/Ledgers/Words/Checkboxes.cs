using System.Text;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>☑已整改 □未整改: only what is ticked is said.</summary>
public static partial class Checkboxes
{
    /// <summary>
    /// The labels of the ticked boxes; empty when every box is empty; null when the text has no boxes to choose between
    /// (a lone √ is a word of its own).
    /// </summary>
    /// <param name="squeezed">Text after <see cref="CellText.Squeeze"/>.</param>
    public static string? Ticked(string squeezed)
    {
        if (squeezed.AsSpan().IndexOfAny("□☐☑☒✓✔√■▣◻▢✅[(○◯") < 0) return null;
        squeezed = AsBoxes(squeezed);
        var boxes = Box().Matches(squeezed);
        var ticks = boxes.Count(IsTick);
        if (boxes.Count == 0 || (ticks == 0 && !boxes.Any(box => IsPlainBox(box.Value)))) return null;
        if (boxes.Count == 1) return ReadOne(squeezed, boxes[0]);
        var labels = new StringBuilder();
        var boxFirst = boxes[0].Index == 0 || squeezed[boxes[0].Index - 1] is ':' or ',' or ';';
        for (var i = 0; i < boxes.Count; i++)
            if (IsTick(boxes[i])) labels.Append(Label(squeezed, boxes, i, boxFirst)).Append(';');
        return labels.ToString();
    }

    /// <summary>●已整改 ○未整改: round buttons, where a full one stands beside an empty one.</summary>
    private static string AsBoxes(string text) =>
        text.AsSpan().IndexOfAny("○◯") >= 0 && text.AsSpan().IndexOfAny("●◉⊙") >= 0
            ? text.Replace('○', '□').Replace('◯', '□').Replace('●', '☑').Replace('◉', '☑').Replace('⊙', '☑')
            : text;

    private static string? ReadOne(string text, Match box)
    {
        var rest = text.Remove(box.Index, box.Length);
        if (!IsTick(box)) return "";
        return rest.Length == 0 ? null : rest;
    }

    private static string Label(string text, MatchCollection boxes, int i, bool boxFirst)
    {
        var from = boxFirst ? boxes[i].Index + boxes[i].Length : i == 0 ? 0 : boxes[i - 1].Index + boxes[i - 1].Length;
        var to = !boxFirst ? boxes[i].Index : i + 1 == boxes.Count ? text.Length : boxes[i + 1].Index;
        var label = text[from..to].Trim(',', ';', ':', '/', '、', '。');
        return label is "是" ? "已整改" : label is "否" ? "未整改" : label;
    }

    private static bool IsTick(Match box) => box.Value.AsSpan().IndexOfAny("☑☒✓✔√■▣✅") >= 0;

    private static bool IsPlainBox(string box) => box is "□" or "☐" or "◻" or "▢" or "[]";

    [GeneratedRegex(@"[\[(](?:[√✓✔×])?[\])]|[□☐☑☒✓✔√■▣◻▢✅]√?", RegexOptions.CultureInvariant)]
    private static partial Regex Box();
}
