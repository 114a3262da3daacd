using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>What of <c>rPr</c> bears on the text; earlier formatting kept by change tracking (<c>rPrChange</c>) is one level deeper and not met.</summary>
internal readonly record struct RunProperties(bool IsStruck, bool IsHidden, string? Font)
{
    public static RunProperties Read(XmlCursor cursor)
    {
        var read = new RunProperties();
        var depth = cursor.Depth;
        while (cursor.NextChild(depth))
        {
            switch (cursor.Name)
            {
                case "strike" or "dstrike":
                    read = read with { IsStruck = read.IsStruck || cursor.IsOn() };
                    break;
                case "vanish":
                    read = read with { IsHidden = cursor.IsOn() };
                    break;
                case "rFonts":
                    read = read with { Font = cursor.Attribute("ascii") ?? cursor.Attribute("hAnsi") };
                    break;
            }
        }

        return read;
    }
}
