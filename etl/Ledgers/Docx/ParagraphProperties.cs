using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>What of <c>pPr</c> bears on the text.</summary>
/// <param name="List">The list the paragraph is numbered by; null when it does not say, 0 when it says none.</param>
/// <param name="MarkIsDeleted">Its end is deleted or moved away.</param>
internal readonly record struct ParagraphProperties(string? Style = null, int? List = null, int? Level = null, bool MarkIsDeleted = false)
{
    public static ParagraphProperties Read(XmlCursor cursor)
    {
        var read = new ParagraphProperties();
        var depth = cursor.Depth;
        while (cursor.NextChild(depth))
        {
            if (cursor.Name == "pStyle") read = read with { Style = cursor.Attribute("val") };
            else if (cursor.Name == "numPr") read = read.WithList(cursor);
            else if (cursor.Name == "rPr") read = read with { MarkIsDeleted = IsDeleted(cursor) };
        }

        return read;
    }

    /// <summary>Reads the <c>numPr</c> the cursor stands on.</summary>
    public ParagraphProperties WithList(XmlCursor cursor)
    {
        var read = this;
        var depth = cursor.Depth;
        while (cursor.NextChild(depth))
        {
            if (cursor.Name == "numId") read = read with { List = Paragraphs.Number(cursor.Attribute("val")) };
            else if (cursor.Name == "ilvl") read = read with { Level = Paragraphs.Number(cursor.Attribute("val")) };
        }

        return read;
    }

    private static bool IsDeleted(XmlCursor cursor)
    {
        var isDeleted = false;
        var depth = cursor.Depth;
        while (cursor.NextChild(depth)) isDeleted |= cursor.Name is "del" or "moveFrom";
        return isDeleted;
    }
}
