namespace SafetyAnalytics.Ledgers.Words;

/// <summary>
/// Splits a cell that lists several hazards. Only a counted list splits: it begins with 1 (①, 一, 1-1) and goes on by one, each mark where a mark can stand.
/// 1.5米, 3.2万元, 2022.6.30 and 1-2层 are no marks. Anything doubtful stays whole.
/// </summary>
public static class HazardItems
{
    /// <summary>The parts in order, each cleaned of its number; one part when the text is no list; none when it is blank.</summary>
    /// <param name="text">The cell.</param>
    public static IReadOnlyList<string> Split(string text)
    {
        var clean = CellText.Clean(text);
        return clean.Length == 0 ? [] : Split(clean, depth: 0, isDeadline: false);
    }

    /// <summary>The parts of a deadline cell: after a mark a date may follow (1.6月10日).</summary>
    public static IReadOnlyList<string> SplitDeadline(string text)
    {
        var clean = CellText.Clean(text);
        return clean.Length == 0 ? [] : Split(clean, depth: 0, isDeadline: true);
    }

    /// <summary>Several lines or clauses between semicolons without numbers: perhaps several hazards, perhaps one in many words.</summary>
    public static bool MayBeSeveral(string item)
    {
        // A checklist's English title uses semicolons within one sentence.
        var parts = item.Split('\n', ';', '；');
        return parts.Count(part => part.Trim().Length >= 4 && part.Any(CellText.IsHan)) > 1;
    }

    private static List<string> Split(string text, int depth, bool isDeadline)
    {
        foreach (var style in ListMarks.All)
        {
            var marks = style.Find(text, isDeadline);
            if (marks.Count > 1 && !HasEmptyPart(text, marks)) return Parts(text, marks, depth, isDeadline);
        }

        return [Trimmed(ListMarks.WithoutMarkBehindHeading(ListMarks.WithoutLoneMark(text)))];
    }

    /// <summary>一、二、三楼 and A、B、C栋 enumerate within one hazard: nothing stands between their marks.</summary>
    private static bool HasEmptyPart(string text, List<ListMark> marks)
    {
        for (var i = 1; i < marks.Count; i++)
            if (text.AsSpan(marks[i - 1].End, marks[i].Start - marks[i - 1].End).Trim(" \n、,，;；").Length == 0) return true;
        return false;
    }

    private static List<string> Parts(string text, List<ListMark> marks, int depth, bool isDeadline)
    {
        var preface = Preface(text[..marks[0].Start]);
        if (preface is null) return [Trimmed(text)];
        var parts = new List<string>();
        for (var i = 0; i < marks.Count; i++)
        {
            var part = text[marks[i].End..(i + 1 < marks.Count ? marks[i + 1].Start : text.Length)];
            List<string> inner = depth == 0 ? Split(part.Trim(), depth + 1, isDeadline) : [Trimmed(part)];
            parts.AddRange(inner.Where(piece => piece.Length > 0).Select(piece => preface + piece));
        }

        return parts;
    }

    /// <summary>What stands before the list: nothing worth keeping (存在以下问题：), a short heading that each part needs (厨房：), or a text of its own (null).</summary>
    private static string? Preface(string before)
    {
        var words = before.Trim(' ', '\n');
        if (words.Length == 0 || ListMarks.IsAnnouncement(words)) return "";
        return words.Length <= 16 && words[^1] is ':' or '：' ? words : null;
    }

    private static string Trimmed(string part) => part.Trim(' ', '\n').TrimEnd(';', '；', '、', ',', '，').TrimEnd(' ', '\n');
}
