using System.Text;
using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>How one level of a list is numbered.</summary>
/// <param name="Form">Word's name of the number form.</param>
/// <param name="Pattern"><c>%1.%2</c>: the counts of the levels, from 1.</param>
/// <param name="IsLegal">All counts are shown as decimals.</param>
/// <param name="NeverRestarts">Counts on under a new parent.</param>
internal sealed record ListLevel(int Start, string Form, string Pattern, bool IsLegal, bool NeverRestarts)
{
    public static ListLevel Read(XmlCursor cursor)
    {
        var level = new ListLevel(1, "decimal", "", IsLegal: false, NeverRestarts: false);
        var depth = cursor.Depth;
        while (cursor.NextChild(depth))
        {
            var value = cursor.Attribute("val");
            level = cursor.Name switch
            {
                "start" => level with { Start = Paragraphs.Number(value) ?? 1 },
                "numFmt" => level with { Form = value ?? "decimal" },
                "lvlText" => level with { Pattern = value ?? "" },
                "isLgl" => level with { IsLegal = cursor.IsOn() },
                "lvlRestart" => level with { NeverRestarts = value == "0" },
                _ => level,
            };
        }

        return level;
    }

    /// <summary>The number as drawn; empty for bullets and for forms not known.</summary>
    /// <param name="counts">By level; a level above that has not begun shows its start.</param>
    public string Text(int own, int?[] counts, Func<int, ListLevel?> levels)
    {
        if (Form is "bullet" or "none") return "";
        var text = new StringBuilder();
        for (var i = 0; i < Pattern.Length; i++)
        {
            if (Pattern[i] != '%' || i + 1 == Pattern.Length || Pattern[i + 1] is < '1' or > '9')
            {
                text.Append(Pattern[i]);
                continue;
            }

            var level = Pattern[++i] - '1';
            var form = levels(level);
            var count = counts[level] ?? form?.Start ?? 1;
            if (ListNumber.Text(IsLegal && level != own ? "decimal" : form?.Form ?? "decimal", count) is not { } number) return "";
            text.Append(number);
        }

        return text.ToString();
    }
}
