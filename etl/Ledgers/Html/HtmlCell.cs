using System.Globalization;
using AngleSharp.Html.Parser.Tokens;
using SafetyAnalytics.Ledgers.Xlsx;

namespace SafetyAnalytics.Ledgers.Html;

/// <summary>
/// A cell: its words, and the number behind them where the program that wrote the page kept it: Excel (<c>x:num</c> with <c>mso-number-format</c>),
/// LibreOffice (<c>sdval</c>, <c>sdnum</c>), SheetJS (<c>data-v</c>, <c>data-z</c>).
/// </summary>
internal sealed class HtmlCell
{
    /// <summary>As browsers have it (HTML, 4.9.11).</summary>
    private const int MostColumnSpan = 1000;

    private const int MostRowSpan = 65_534;

    private readonly string? number;
    private readonly string? format;
    private readonly bool uses1904;

    public HtmlCell(LedgerInput input, HtmlTagToken tag, ElementStyle style, bool uses1904)
    {
        Text = new HtmlText(input, style.IsStruck);
        this.uses1904 = uses1904;
        ColumnSpan = Span(tag, "colspan", MostColumnSpan, whenZero: 1);
        RowSpan = Span(tag, "rowspan", MostRowSpan, whenZero: MostRowSpan);
        IsError = Has(tag, "x:err") || Value(tag, "data-t") == "e";
        (number, format) = Number(tag, style);
    }

    public HtmlText Text { get; }

    public int Column { get; set; }

    public int ColumnSpan { get; }

    /// <summary>0 in the page means: to the end.</summary>
    public int RowSpan { get; }

    public bool IsError { get; }

    /// <summary>The number in the spelling of all formats, else the words.</summary>
    public string Value()
    {
        var words = Text.Text;
        if (number is null) return words;
        var stored = number.Length > 0 ? number : words;
        return double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? CellNumber.Text(stored, NumberFormat.Named(format ?? ""), uses1904) : words;
    }

    private static (string? Number, string? Format) Number(HtmlTagToken tag, ElementStyle style)
    {
        if (Has(tag, "x:num")) return (Value(tag, "x:num"), style.NumberFormat);
        if (Has(tag, "sdval")) return (Value(tag, "sdval"), LibreOfficeFormat(Value(tag, "sdnum")));
        return Value(tag, "data-t") == "n" && Has(tag, "data-v") ? (Value(tag, "data-v"), Value(tag, "data-z")) : (null, null);
    }

    /// <summary><c>1033;2052;YYYY-MM-DD</c>: language, language of the format, format.</summary>
    private static string LibreOfficeFormat(string stated)
    {
        var parts = stated.Split(';', 3);
        return parts.Length == 3 ? parts[2] : "";
    }

    private static int Span(HtmlTagToken tag, string name, int most, int whenZero)
    {
        var stated = Value(tag, name).Trim();
        var digits = stated.TakeWhile(char.IsAsciiDigit).Count();
        if (digits == 0) return 1;
        if (digits > 6) return most;
        var span = int.Parse(stated[..digits], CultureInfo.InvariantCulture);
        return span == 0 ? whenZero : Math.Min(span, most);
    }

    private static bool Has(HtmlTagToken tag, string name) => tag.Attributes.Exists(attribute => attribute.Name == name);

    private static string Value(HtmlTagToken tag, string name) => tag.GetAttribute(name) ?? "";
}
