using System.Text;
using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Xlsx;

/// <summary>Whether a text is struck through, where only its runs can say.</summary>
internal enum Strike : byte
{
    /// <summary>As the cell's font has it.</summary>
    AsCell,

    /// <summary>Every run says struck.</summary>
    Struck,

    /// <summary>At least one run says not struck.</summary>
    NotStruck,
}

/// <summary>The content of <c>si</c> and <c>is</c>: one text, or runs that are joined; reading aids (<c>rPh</c>) are left out.</summary>
internal static class RichText
{
    /// <summary>Reads the element the cursor stands on, to its end.</summary>
    public static (string Text, Strike Strike) Read(XmlCursor cursor)
    {
        var depth = cursor.Depth;
        var text = "";
        StringBuilder? joined = null;
        var strike = (Strike?)null;
        while (cursor.NextChild(depth))
        {
            if (cursor.Name == "t")
            {
                text += cursor.Text();
            }
            else if (cursor.Name == "r")
            {
                joined ??= new StringBuilder();
                strike = Join(strike, ReadRun(cursor, joined));
            }
        }

        return (XString.Decode(joined is null ? text : joined.Insert(0, text).ToString()), strike ?? Strike.AsCell);
    }

    /// <summary>Null when the run shows nothing.</summary>
    private static Strike? ReadRun(XmlCursor cursor, StringBuilder joined)
    {
        var depth = cursor.Depth;
        var strike = Strike.AsCell;
        var start = joined.Length;
        while (cursor.NextChild(depth))
        {
            if (cursor.Name == "t") joined.Append(cursor.TextSpan());
            else if (cursor.Name == "rPr") strike = ReadProperties(cursor);
        }

        for (var i = start; i < joined.Length; i++)
        {
            if (!char.IsWhiteSpace(joined[i])) return strike;
        }

        return null;
    }

    private static Strike ReadProperties(XmlCursor cursor)
    {
        var depth = cursor.Depth;
        var strike = Strike.NotStruck;
        while (cursor.NextChild(depth))
        {
            if (cursor.Name == "strike" && cursor.IsOn()) strike = Strike.Struck;
        }

        return strike;
    }

    /// <summary>A struck run beside one that follows the cell is as the cell; one run that is not struck settles it.</summary>
    public static Strike? Join(Strike? first, Strike? second) => (first, second) switch
    {
        (null, _) => second,
        (_, null) => first,
        (Strike.NotStruck, _) or (_, Strike.NotStruck) => Strike.NotStruck,
        (Strike.Struck, Strike.Struck) => Strike.Struck,
        _ => Strike.AsCell,
    };
}
