using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace SafetyAnalytics.Charts.Drawing;

/// <summary>
/// Skia's SVG made fit to travel: it writes a glyph's first code point (工 comes out as the radical U+2F2F), names one font only, and knows no size on paper.
/// Letters keep the places Skia gave them, so a narrower or wider fall-back font changes no line's length.
/// </summary>
internal static class SvgText
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    public static string Finish(byte[] drawn, Figure figure, PictureFrame frame)
    {
        using var stream = new MemoryStream(drawn);
        var document = XDocument.Load(stream, LoadOptions.PreserveWhitespace);
        var root = document.Root!;
        var meant = Meant(figure);
        foreach (var text in root.Descendants(s_svg + "text"))
        {
            // Skia sets the letters on a line of their own, and ends the lists of places with a comma that the standard does not allow.
            text.Value = string.Concat(text.Value.Trim('\n', '\r', '\t').EnumerateRunes().Select(rune => Right(rune, meant)));
            text.SetAttributeValue(XNamespace.Xml + "space", "preserve");
            if (text.Attribute("font-family") is { } family) family.Value = ChartFont.FallBack;
            foreach (var place in text.Attributes().Where(attribute => attribute.Name == "x" || attribute.Name == "y")) place.Value = place.Value.TrimEnd(' ', ',');
        }

        Renumber(root);
        root.SetAttributeValue("width", string.Create(CultureInfo.InvariantCulture, $"{Sheet.Millimetres:0.##}mm"));
        root.SetAttributeValue("height", string.Create(CultureInfo.InvariantCulture, $"{Sheet.Millimetres * frame.Height / Sheet.Width:0.##}mm"));
        root.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Sheet.Width:0.##} {frame.Height:0.##}"));
        root.SetAttributeValue("role", "img");
        root.AddFirst(new XElement(s_svg + "title", figure.Title), new XElement(s_svg + "desc", string.Join('\n', figure.Notes.Lines.Prepend(figure.Claim))));
        return document.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Skia counts its clips over the whole process; counted anew, the same figure gives the same bytes.</summary>
    private static void Renumber(XElement root)
    {
        var names = root.Descendants().Attributes("id").Select((id, i) => (Old: id.Value, New: string.Create(CultureInfo.InvariantCulture, $"c{i}"))).ToDictionary(pair => $"url(#{pair.Old})", pair => pair.New, StringComparer.Ordinal);
        foreach (var attribute in root.Descendants().Attributes())
        {
            if (attribute.Name == "id") attribute.Value = names[$"url(#{attribute.Value})"];
            else if (names.TryGetValue(attribute.Value, out var name)) attribute.Value = $"url(#{name})";
        }
    }

    /// <summary>For each glyph, the letter we asked for. Letters that share a glyph (a space and a fixed one) look alike: either is right.</summary>
    private static Dictionary<ushort, Rune> Meant(Figure figure)
    {
        var meant = new Dictionary<ushort, Rune>();
        var plain = Enumerable.Range(' ', '~' - ' ' + 1).Select(codePoint => new Rune(codePoint));
        foreach (var rune in string.Concat(PictureFrame.Texts(figure)).EnumerateRunes().Concat(plain)) meant.TryAdd(ChartFont.Glyph(rune), rune);
        return meant;
    }

    /// <summary>A letter of the figure's own texts, else (a key's words) the ordinary ideograph that Unicode gives for a radical, when it is the same glyph.</summary>
    private static string Right(Rune rune, Dictionary<ushort, Rune> meant)
    {
        var glyph = ChartFont.Glyph(rune);
        if (glyph != 0 && meant.TryGetValue(glyph, out var right)) return right.ToString();
        if (rune.Value is not ((>= 0x2E80 and <= 0x2FDF) or (>= 0xF900 and <= 0xFAFF))) return rune.ToString();
        var ordinary = rune.ToString().Normalize(NormalizationForm.FormKC);
        return ChartFont.Glyph(ordinary.EnumerateRunes().First()) == glyph ? ordinary : rune.ToString();
    }
}
