using System.Xml;

namespace SafetyAnalytics.Charts.Report.Office;

/// <summary>Texts of ledgers as XML can hold them.</summary>
internal static class XmlLetters
{
    /// <summary>The text without the control characters XML has no letter for; lone halves of a pair become �.</summary>
    public static string Of(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        return string.Concat(text.EnumerateRunes().Select(rune => rune.Value < 0x10000 && !XmlConvert.IsXmlChar((char)rune.Value) ? "" : rune.ToString()));
    }
}
