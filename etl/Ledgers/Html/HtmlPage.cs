using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace SafetyAnalytics.Ledgers.Html;

/// <summary>
/// Walks a page tag by tag and builds its tables. The library cuts the text into tags; its tree is not asked for: a page may nest a million elements, and a table needs five.
/// </summary>
internal sealed partial class HtmlPage : IDisposable
{
    private const int MostNestedTables = 64;

    private readonly LedgerInput input;
    private readonly HtmlTokenizer tokens;
    private readonly TextBudget budget;
    private readonly StyleSheet styles = new();
    private readonly List<HtmlTable> found = [];
    private readonly List<HtmlTable> open = [];
    private readonly List<string> sheetNames = [];
    private readonly Dictionary<HtmlTable, int> topLevel = [];
    private HtmlText loose;
    private bool isInXml;
    private bool isInSheetName;
    private bool uses1904;

    public HtmlPage(LedgerInput input, string text)
    {
        this.input = input;
        budget = new TextBudget(input);
        loose = new HtmlText(input);
        tokens = new HtmlTokenizer(new TextSource(text), HtmlEntityProvider.Resolver) { DisableElementPositionTracking = true };
    }

    /// <summary>The page's tables by number: each one before those nested in it.</summary>
    public IReadOnlyList<HtmlTable> Read()
    {
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            input.Cancellation.ThrowIfCancellationRequested();
            switch (token.Type)
            {
                case HtmlTokenType.StartTag:
                    Start(token.AsTag());
                    break;
                case HtmlTokenType.EndTag:
                    End(token.Name);
                    break;
                case HtmlTokenType.Character:
                    Text(token.Data);
                    break;
                case HtmlTokenType.Comment:
                    ReadWorkbook(token.Data);
                    break;
            }
        }

        while (open.Count > 0) CloseTable();
        return found;
    }

    /// <summary>What the page calls the worksheet, if it names as many; else 表1, 表2, … as in a Word file.</summary>
    public string NameOf(HtmlTable table) =>
        topLevel.TryGetValue(table, out var index) && index < sheetNames.Count && sheetNames.Distinct(StringComparer.Ordinal).Count() == sheetNames.Count ? sheetNames[index] : $"表{table.Number}";

    public void Dispose() => tokens.Dispose();

    private HtmlTable? Table => open.Count > 0 ? open[^1] : null;

    /// <summary>Where words go: the cell they stand in, else what heads the table, else the page.</summary>
    private HtmlText Target => Table is { } table ? table.Target : loose;

    private void Text(string text)
    {
        if (isInSheetName) sheetNames.Add(text.Trim());
        if (!isInXml) Target.Append(text);
    }

    private void Start(HtmlTagToken tag)
    {
        switch (tag.Name)
        {
            case "style":
                styles.Add(RawText("style", HtmlParseMode.Rawtext));
                break;
            case "script":
                RawText("script", HtmlParseMode.Script);
                break;
            case "title" or "iframe" or "noframes" or "noembed" or "xmp":
                RawText(tag.Name, HtmlParseMode.Rawtext);
                break;
            case "textarea":
                Target.Append(RawText("textarea", HtmlParseMode.RCData));
                break;
            case "xml":
                isInXml = !tag.IsSelfClosing;
                break;
            case "x:name":
                isInSheetName = isInXml;
                break;
            case "x:date1904":
                uses1904 |= isInXml;
                break;
            case "table":
                BeginTable(tag);
                break;
            case "tr":
                Table?.BeginRow(styles.Of(tag));
                break;
            case "td" or "th":
                Table?.BeginCell(new HtmlCell(input, tag, styles.Of(tag), uses1904));
                break;
            case "thead" or "tbody" or "tfoot":
                Table?.BeginGroup(styles.Of(tag));
                break;
            case "img" or "v:imagedata":
                Table?.NotePicture();
                break;
            default:
                Target.Begin(tag, styles.Of(tag));
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "xml":
                isInXml = false;
                break;
            case "x:name":
                isInSheetName = false;
                break;
            case "table":
                if (open.Count > 0) CloseTable();
                break;
            case "tr":
                Table?.EndRow();
                break;
            case "td" or "th":
                Table?.EndCell();
                break;
            case "thead" or "tbody" or "tfoot":
                Table?.BeginGroup(ElementStyle.Plain);
                break;
            default:
                Target.End(name);
                break;
        }
    }

    /// <summary>The text up to the element's end tag, in which nothing is a tag.</summary>
    private string RawText(string name, HtmlParseMode mode)
    {
        tokens.State = mode;
        var text = "";
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            if (token.Type == HtmlTokenType.EndTag && token.Name == name) break;
            if (token.Type == HtmlTokenType.Character && name is "style" or "textarea" && text.Length < (1 << 20)) text += token.Data;
        }

        tokens.State = HtmlParseMode.PCData;
        return text;
    }

    private void BeginTable(HtmlTagToken tag)
    {
        isInXml = false;
        if (Table is { HasOpenCell: false }) CloseTable();
        if (open.Count == MostNestedTables) throw Faults.TooLarge(input, "表格嵌套层数", "depth of nested tables", MostNestedTables);
        if (found.Count == input.Limits.Sheets) throw Faults.TooLarge(input, "表格数", "tables", input.Limits.Sheets);
        var table = new HtmlTable(input, budget, found.Count + 1, styles.Of(tag).IsHidden);
        if (open.Count == 0)
        {
            topLevel.Add(table, topLevel.Count);
            table.Head(loose.Lines);
            loose = new HtmlText(input);
        }

        found.Add(table);
        open.Add(table);
    }

    private void CloseTable()
    {
        open[^1].Close();
        open.RemoveAt(open.Count - 1);
    }

    /// <summary>What Excel says of the workbook, in a comment that only it reads.</summary>
    private void ReadWorkbook(string comment)
    {
        if (!comment.Contains("x:ExcelWorkbook", StringComparison.OrdinalIgnoreCase)) return;
        foreach (Match name in SheetName().Matches(comment))
        {
            if (sheetNames.Count < input.Limits.Sheets) sheetNames.Add(WebUtility.HtmlDecode(name.Groups[1].Value).Trim());
        }

        uses1904 |= comment.Contains("<x:Date1904", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("<x:Name>([^<]{1,255})</x:Name>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SheetName();
}
