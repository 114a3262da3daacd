using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>Texts as Office's xml can hold them. They are always written as text: nothing from a file becomes a formula.</summary>
internal static partial class OfficeText
{
    /// <summary>The most a spreadsheet's cell holds.</summary>
    private const int CellCharacters = 32_767;

    /// <summary>For a cell: what xml cannot hold is spelled <c>_x000B_</c>, and what looks like that spelling is protected.</summary>
    public static string Cell(string text)
    {
        var spelled = Written(Spelling().Replace(text, "_x005F_$0"), c => string.Create(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_"));
        return spelled.Length <= CellCharacters ? spelled : spelled[..CellCharacters];
    }

    /// <summary>For running text: what xml cannot hold is left out.</summary>
    public static string Plain(string text) => Written(text, _ => "");

    private static string Written(string text, Func<char, string> instead)
    {
        if (text.All(c => !char.IsSurrogate(c) && XmlConvert.IsXmlChar(c))) return text;
        var written = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) written.Append(text, i++, 2);
            else if (char.IsSurrogate(text[i])) written.Append('\uFFFD');
            else if (XmlConvert.IsXmlChar(text[i])) written.Append(text[i]);
            else written.Append(instead(text[i]));
        }

        return written.ToString();
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Spelling();
}
