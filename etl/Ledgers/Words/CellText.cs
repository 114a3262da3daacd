using System.Globalization;
using System.Text;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>The forms a cell's text takes on its way to a meaning. The cell itself stays in raw.</summary>
public static class CellText
{
    /// <summary>
    /// The sender's words without what nobody sees: control, zero-width and soft-hyphen characters go, every kind of blank becomes one space,
    /// line breaks become <c>\n</c>, blanks at the ends of lines go.
    /// </summary>
    public static string Clean(string text)
    {
        if (IsClean(text)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c == '\n') AppendBreak(clean);
            else if (IsBlank(c)) AppendBlank(clean);
            else if (!IsInvisible(c)) clean.Append(c);
        }

        while (clean.Length > 0 && clean[^1] is ' ' or '\n') clean.Length--;
        return clean.ToString();
    }

    /// <summary>Compatibility-normalised (NFKC) words of <see cref="Clean"/>: １２ is 12, （） is (), ；is ;. Circled numbers ① stay, for they number things.</summary>
    public static string Fold(string text)
    {
        var clean = Clean(text);
        if (IsAscii(clean)) return clean;
        if (clean.AsSpan().IndexOfAnyInRange('①', '⑳') < 0) return clean.Normalize(NormalizationForm.FormKC);
        var folded = new StringBuilder(clean.Length);
        var from = 0;
        for (var i = 0; i <= clean.Length; i++)
        {
            if (i < clean.Length && clean[i] is < '①' or > '⑳') continue;
            folded.Append(clean[from..i].Normalize(NormalizationForm.FormKC));
            if (i < clean.Length) folded.Append(clean[i]);
            from = i + 1;
        }

        return folded.ToString();
    }

    /// <summary><see cref="Fold"/> without any blank or line break: the form in which names are compared.</summary>
    public static string Squeeze(string text)
    {
        var folded = Fold(text);
        return folded.AsSpan().IndexOfAny(' ', '\n') < 0 ? folded : folded.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
    }

    /// <summary>Blank, or one of the signs that stand for blank in any column: /, —, 无, 暂无, N/A, …, and the prompts of our templates, where a program lost that they are prompts.</summary>
    public static bool IsPlaceholder(string text)
    {
        if (text.Length > 12) return false;
        var bare = Squeeze(text);
        return bare.Length == 0
            || bare.AsSpan().IndexOfAnyExcept("/\\-—–─_－.·。、,;*～~|") < 0
            || bare is "无" or "暂无" or "空" or "没有" or "不详" or "未知" or "(无)" or "(空)" or "待填" or "未填" or "点击选择" or "选择日期"
            || bare.Equals("n/a", StringComparison.OrdinalIgnoreCase)
            || bare.Equals("na", StringComparison.OrdinalIgnoreCase)
            || bare.Equals("null", StringComparison.OrdinalIgnoreCase)
            || bare.Equals("none", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The cleaned text, or null where <see cref="IsPlaceholder"/>.</summary>
    public static string? OrNull(string text)
    {
        if (IsPlaceholder(text)) return null;
        return Clean(text);
    }

    /// <summary>A formula's error value, as a cell shows it.</summary>
    public static bool IsFormulaError(string text) =>
        text.Length is > 3 and < 16 && text[0] == '#'
        && text is "#REF!" or "#N/A" or "#VALUE!" or "#DIV/0!" or "#NAME?" or "#NULL!" or "#NUM!" or "#SPILL!" or "#CALC!" or "#FIELD!" or "#BLOCKED!" or "#UNKNOWN!" or "#CONNECT!" or "#GETTING_DATA";

    internal static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or '〇' or '々';

    private static bool IsAscii(string text) => Ascii.IsValid(text);

    private static bool IsClean(string text)
    {
        if (text.Length == 0) return true;
        if (IsBlank(text[0]) || IsBlank(text[^1])) return false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is > ' ' and < '\u007f') continue;
            if (c == ' ' && text[i - 1] is > ' ' and < '\u007f' && text[i + 1] is > ' ' and < '\u007f') continue;
            if (IsBlank(c) || IsInvisible(c)) return false;
        }

        return true;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' || (c > '\u007f' && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator);

    private static bool IsInvisible(char c) =>
        c < ' ' || c == '\u007f'
        || (c > '\u007f' && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        || c is '\ufffc' or >= '\ufe00' and <= '\ufe0f';

    private static void AppendBreak(StringBuilder clean)
    {
        while (clean.Length > 0 && clean[^1] == ' ') clean.Length--;
        if (clean.Length > 0 && clean[^1] != '\n') clean.Append('\n');
    }

    private static void AppendBlank(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] is not (' ' or '\n')) clean.Append(' ');
    }
}
