using System.Globalization;
using System.Xml.Linq;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>
/// The workbook's styles with ours among them: each mark is the cell's own style with another fill. A mark's fill keeps the colour it covers where a solid fill has room for
/// one that is not shown (its background), so that the mark can be taken away again.
/// </summary>
internal sealed class MarkedStyles
{
    private static readonly string[] Order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

    private static readonly string[] Sides = ["left", "right", "top", "bottom"];

    private readonly XDocument _xml;
    private readonly XNamespace _main;
    private readonly Dictionary<(int Style, string Color), int> _marked = [];
    private readonly Dictionary<int, int> _plain = [];

    public MarkedStyles(XDocument xml)
    {
        _xml = xml;
        _main = xml.Root!.Name.Namespace;
        if (Group("cellXfs").Elements().FirstOrDefault() is null) Add("cellXfs", Format(0, 0, 0, ""));
        if (Group("fills").Elements().FirstOrDefault() is null)
        {
            Add("fills", Fill(new XElement(_main + "patternFill", new XAttribute("patternType", "none"))));
            Add("fills", Fill(new XElement(_main + "patternFill", new XAttribute("patternType", "gray125"))));
        }

        if (Group("fonts").Elements().FirstOrDefault() is null) Add("fonts", Font("<sz val=\"11\"/><name val=\"宋体\"/>"));
        if (Group("borders").Elements().FirstOrDefault() is null) Add("borders", Inside("border", "<left/><right/><top/><bottom/><diagonal/>"));
        foreach (var (style, index) in Group("cellXfs").Elements(_main + "xf").Select((xf, index) => (xf, index)).ToList())
            if (OurFill(style) is { } fill) _plain[index] = WithoutFill(style, fill);
    }

    public XDocument Xml => _xml;

    /// <summary>Styles of an earlier copy of ours, each with the style it had before.</summary>
    public IReadOnlyDictionary<int, int> Plain => _plain;

    /// <summary>The style with a mark over it.</summary>
    public int Marked(int style, string color)
    {
        style = _plain.GetValueOrDefault(style, style);
        if (_marked.TryGetValue((style, color), out var known)) return known;
        var styles = Group("cellXfs").Elements(_main + "xf").ToList();
        var own = new XElement(styles[style < styles.Count ? style : 0]);
        own.SetAttributeValue("fillId", AddFill(color, Covered(own)));
        own.SetAttributeValue("applyFill", "1");
        return _marked[(style, color)] = Add("cellXfs", own);
    }

    /// <summary>A style of the summary sheet.</summary>
    /// <param name="font">What stands inside <c>font</c>.</param>
    /// <param name="fill">Colour; null for none.</param>
    /// <param name="alignment">What stands inside <c>xf</c>.</param>
    public int New(string font, string? fill, bool isBoxed, string alignment)
    {
        var border = isBoxed ? Add("borders", Inside("border", string.Concat(Sides.Select(side => $"<{side} style=\"thin\"><color rgb=\"FFBFBFBF\"/></{side}>")) + "<diagonal/>")) : 0;
        return Add("cellXfs", Format(Add("fonts", Font(font)), fill is null ? 0 : AddFill(fill, null), border, alignment));
    }

    private XElement Group(string name)
    {
        if (_xml.Root!.Element(_main + name) is { } group) return group;
        group = new XElement(_main + name);
        var before = _xml.Root.Elements().LastOrDefault(other => Array.IndexOf(Order, other.Name.LocalName) is >= 0 and var at && at < Array.IndexOf(Order, name));
        if (before is null) _xml.Root.AddFirst(group);
        else before.AddAfterSelf(group);
        return group;
    }

    private int Add(string group, XElement member)
    {
        var all = Group(group);
        all.Add(member);
        var count = all.Elements(member.Name).Count();
        all.SetAttributeValue("count", count);
        return count - 1;
    }

    private int AddFill(string color, XElement? covered)
    {
        var hidden = new XElement(_main + "bgColor", covered?.Attributes() ?? [new XAttribute("indexed", "64")]);
        return Add("fills", Fill(new XElement(_main + "patternFill", new XAttribute("patternType", "solid"), new XElement(_main + "fgColor", new XAttribute("rgb", "FF" + color)), hidden)));
    }

    private XElement? FillOf(XElement style) =>
        int.TryParse((string?)style.Attribute("fillId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Group("fills").Elements(_main + "fill").ElementAtOrDefault(id)?.Element(_main + "patternFill") : null;

    /// <summary>The colour of a solid fill; null for any other.</summary>
    private XElement? Covered(XElement style) =>
        FillOf(style) is { } fill && (string?)fill.Attribute("patternType") == "solid" ? fill.Element(_main + "fgColor") : null;

    private XElement? OurFill(XElement style) =>
        Covered(style) is { } color && ((string?)color.Attribute("rgb"))?.ToUpperInvariant() is "FF" + CellMark.WaitingColor or "FF" + CellMark.DoubtColor ? FillOf(style) : null;

    private int WithoutFill(XElement style, XElement fill)
    {
        var own = new XElement(style);
        var covered = fill.Element(_main + "bgColor");
        var isNone = covered is null || (string?)covered.Attribute("indexed") is "64" or "65";
        own.SetAttributeValue("fillId", isNone ? 0 : Add("fills", Fill(new XElement(_main + "patternFill", new XAttribute("patternType", "solid"), new XElement(_main + "fgColor", covered!.Attributes()), new XElement(_main + "bgColor", new XAttribute("indexed", "64"))))));
        return Add("cellXfs", own);
    }

    private XElement Fill(XElement pattern) => new(_main + "fill", pattern);

    private XElement Font(string inside) => Inside("font", inside);

    private XElement Format(int font, int fill, int border, string alignment)
    {
        var format = Inside("xf", alignment);
        format.Add(new XAttribute("numFmtId", 0), new XAttribute("fontId", font), new XAttribute("fillId", fill), new XAttribute("borderId", border), new XAttribute("xfId", 0));
        if (alignment.Length > 0) format.Add(new XAttribute("applyAlignment", 1));
        if (fill > 0) format.Add(new XAttribute("applyFill", 1));
        if (font > 0) format.Add(new XAttribute("applyFont", 1));
        if (border > 0) format.Add(new XAttribute("applyBorder", 1));
        if (Group("cellStyleXfs").Elements().FirstOrDefault() is null) Add("cellStyleXfs", new XElement(_main + "xf", new XAttribute("numFmtId", 0), new XAttribute("fontId", 0), new XAttribute("fillId", 0), new XAttribute("borderId", 0)));
        return format;
    }

    private XElement Inside(string name, string inside) => XElement.Parse($"<{name} xmlns=\"{_main}\">{inside}</{name}>");
}
