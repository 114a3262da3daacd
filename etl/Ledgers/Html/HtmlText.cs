using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser.Tokens;

namespace SafetyAnalytics.Ledgers.Html;

/// <summary>
/// The words of a cell, or of the page between tables, as a browser shows them: white space is one blank, blocks and <c>br</c> are lines, numbers of lists are spelled out.
/// Words that are hidden inside a cell are words: Excel hides so what does not fit the column.
/// </summary>
internal sealed class HtmlText(LedgerInput input, bool isStruck = false)
{
    private const int MostDepth = 4096;

    private static readonly HashSet<string> Void = ["area", "base", "basefont", "bgsound", "br", "col", "embed", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr"];

    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "ul", "body", "html", "head",
    ];

    private static readonly HashSet<string> Struck = ["s", "strike", "del"];

    private readonly StringBuilder text = new();
    private readonly List<Element> open = [];
    private readonly Dictionary<string, int> openNames = new(StringComparer.Ordinal);
    private bool hasBlank;
    private bool hasSourceBreak;
    private bool beginsLine;

    /// <summary>Some text is struck through.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>Some text is not.</summary>
    public bool HasPlain { get; private set; }

    /// <summary>Empty when nothing but white space stands there, non-breaking blanks among it: browsers need those to draw an empty cell.</summary>
    public string Text
    {
        get
        {
            var words = text.ToString();
            return string.IsNullOrWhiteSpace(words) ? "" : words.Trim('\n');
        }
    }

    /// <summary>The lines that say something.</summary>
    public IReadOnlyList<string> Lines => [.. text.ToString().Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];

    public void Append(string words)
    {
        foreach (var character in words)
        {
            if (character is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                hasBlank = true;
                hasSourceBreak |= character == '\n';
                continue;
            }

            Part(character);
            text.Append(character);
            if (char.IsWhiteSpace(character)) continue;
            if (IsStruckHere) HasStruck = true;
            else HasPlain = true;
        }
    }

    /// <summary>An element opens.</summary>
    public void Begin(HtmlTagToken tag, ElementStyle style)
    {
        var name = tag.Name;
        if (name == "br") BreakLine();
        if (name == "input") ReadInput(tag);
        if (Blocks.Contains(name)) beginsLine = true;
        if (name == "li") NumberItem(tag);
        if (Void.Contains(name) || tag.IsSelfClosing) return;
        if (open.Count == MostDepth) throw Faults.TooLarge(input, "网页标签嵌套层数", "depth of the page's tags", MostDepth);
        open.Add(new Element(name, IsStruckHere || style.IsStruck || Struck.Contains(name)) { Items = name == "ol" ? Start(tag, "start") - 1 : 0 });
        openNames[name] = openNames.GetValueOrDefault(name) + 1;
    }

    /// <summary>An element closes, and with it what was left open in it; an end without a beginning says nothing.</summary>
    public void End(string name)
    {
        if (Blocks.Contains(name)) beginsLine = true;
        if (name == "br") BreakLine();
        if (openNames.GetValueOrDefault(name) == 0) return;
        string closed;
        do
        {
            closed = open[^1].Name;
            open.RemoveAt(open.Count - 1);
            openNames[closed]--;
        }
        while (closed != name);
    }

    private bool IsStruckHere => open.Count > 0 ? open[^1].IsStruck : isStruck;

    private void BreakLine()
    {
        Part(null);
        text.Append('\n');
        hasBlank = hasSourceBreak = false;
    }

    /// <summary>What stands between the text so far and the next character: a line's end, a blank, or, where a line of the source ends between two Chinese characters, nothing.</summary>
    private void Part(char? next)
    {
        var last = text.Length > 0 ? text[^1] : '\n';
        if (last != '\n')
        {
            if (beginsLine) text.Append('\n');
            else if (hasBlank && next is { } character && !(hasSourceBreak && IsWide(last) && IsWide(character))) text.Append(' ');
        }

        beginsLine = hasBlank = hasSourceBreak = false;
    }

    private static bool IsWide(char character) => character is (>= '\u2E80' and <= '\uD7FF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF00' and <= '\uFFEF');

    private void NumberItem(HtmlTagToken tag)
    {
        var list = open.FindLastIndex(element => element.Name is "ol" or "ul");
        if (list < 0 || open[list].Name == "ul") return;
        open[list].Items = tag.GetAttribute("value") is { Length: > 0 } ? Start(tag, "value") : open[list].Items + 1;
        Append(string.Create(CultureInfo.InvariantCulture, $"{open[list].Items}."));
    }

    private void ReadInput(HtmlTagToken tag)
    {
        var kind = tag.GetAttribute("type") ?? "";
        var isTicked = tag.Attributes.Exists(attribute => attribute.Name == "checked");
        if (kind.Equals("checkbox", StringComparison.OrdinalIgnoreCase) || kind.Equals("radio", StringComparison.OrdinalIgnoreCase)) Append(isTicked ? "☑" : "□");
        else if (kind.Length == 0 || kind.Equals("text", StringComparison.OrdinalIgnoreCase)) Append(tag.GetAttribute("value") ?? "");
    }

    private static int Start(HtmlTagToken tag, string attribute) =>
        int.TryParse(tag.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var start) ? start : 1;

    private sealed record Element(string Name, bool IsStruck)
    {
        /// <summary>Number of the latest item, of a list.</summary>
        public int Items { get; set; }
    }
}
