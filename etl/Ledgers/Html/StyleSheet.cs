using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser.Tokens;

namespace SafetyAnalytics.Ledgers.Html;

/// <summary>What an element's formatting says that we keep.</summary>
/// <param name="NumberFormat">Excel's format code; null when none is stated.</param>
internal sealed record ElementStyle(bool IsHidden = false, bool IsStruck = false, string? NumberFormat = null)
{
    public static ElementStyle Plain { get; } = new();
}

/// <summary>The page's style rules for classes, as far as they hide, strike through or format numbers. Rules for places in the page are not followed.</summary>
internal sealed class StyleSheet
{
    private readonly Dictionary<string, ElementStyle> classes = new(StringComparer.Ordinal);

    /// <summary>Takes the content of a <c>style</c> element.</summary>
    public void Add(string css)
    {
        css = css.Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal);
        for (var at = 0; at < css.Length;)
        {
            var opening = css.IndexOf('{', at);
            if (opening < 0) return;
            var closing = End(css, opening + 1, '}');
            var style = Declared(css[(opening + 1)..closing], ElementStyle.Plain);
            if (style != ElementStyle.Plain) Add(css[at..opening], style);
            at = closing + 1;
        }
    }

    /// <summary>Class rules in the order the element names them, then its own style.</summary>
    public ElementStyle Of(HtmlTagToken tag)
    {
        if (tag.Attributes.Count == 0) return ElementStyle.Plain;
        var style = ElementStyle.Plain;
        foreach (var name in (tag.GetAttribute("class") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (classes.TryGetValue(name, out var rule)) style = new(style.IsHidden || rule.IsHidden, style.IsStruck || rule.IsStruck, rule.NumberFormat ?? style.NumberFormat);
        }

        if (tag.Attributes.Exists(attribute => attribute.Name == "hidden")) style = style with { IsHidden = true };
        return tag.GetAttribute("style") is { Length: > 0 } own ? Declared(own, style) : style;
    }

    private void Add(string selectors, ElementStyle style)
    {
        foreach (var selector in selectors.Split(','))
        {
            var plain = selector.Trim();
            var dot = plain.IndexOf('.', StringComparison.Ordinal);
            if (dot >= 0 && !plain.AsSpan().ContainsAny(" >+~:[#") && plain.IndexOf('.', dot + 1) < 0) classes[plain[(dot + 1)..]] = style;
        }
    }

    private static ElementStyle Declared(string declarations, ElementStyle style)
    {
        for (var at = 0; at < declarations.Length;)
        {
            var end = End(declarations, at, ';');
            var colon = declarations.IndexOf(':', at, end - at);
            if (colon >= 0) style = Declared(declarations[at..colon].Trim(), declarations[(colon + 1)..end].Trim(), style);
            at = end + 1;
        }

        return style;
    }

    private static ElementStyle Declared(string property, string value, ElementStyle style) => property.ToLowerInvariant() switch
    {
        "display" => style with { IsHidden = value.StartsWith("none", StringComparison.OrdinalIgnoreCase) },
        "text-decoration" or "text-decoration-line" => style with { IsStruck = value.Contains("line-through", StringComparison.OrdinalIgnoreCase) },
        "mso-number-format" => style with { NumberFormat = Unescaped(value.Trim('"', '\'')) },
        _ => style,
    };

    /// <summary>Where the mark stands outside quotes; the text's end when nowhere.</summary>
    private static int End(string text, int from, char mark)
    {
        var quote = '\0';
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (quote != '\0') quote = text[i] == quote ? '\0' : quote;
            else if (text[i] == mark) return i;
            else if (text[i] is '"' or '\'') quote = text[i];
        }

        return text.Length;
    }

    /// <summary>Excel escapes a character of its format codes with a backslash, or as four hexadecimal digits.</summary>
    private static string Unescaped(string value)
    {
        var code = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\')
            {
                code.Append(value[i]);
            }
            else if (i + 4 < value.Length && ushort.TryParse(value.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var character))
            {
                code.Append((char)character);
                i += 4;
            }
            else if (i + 1 < value.Length)
            {
                code.Append(value[++i]);
            }
        }

        return code.ToString();
    }
}
