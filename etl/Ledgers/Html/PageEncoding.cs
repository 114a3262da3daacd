using System.Text;
using System.Text.RegularExpressions;
using SafetyAnalytics.Ledgers.Csv;

namespace SafetyAnalytics.Ledgers.Html;

/// <summary>How the bytes of a page spell characters. What the page says of itself is often untrue: it is asked only when the bytes are not UTF-8, and only for a charset that is not Chinese.</summary>
internal static partial class PageEncoding
{
    private const int LookedAt = 4096;

    /// <exception cref="LedgerFormatException">As <see cref="TextEncoding.Of"/>.</exception>
    public static TextEncoding Of(LedgerInput input)
    {
        var stated = Charset().Match(Encoding.Latin1.GetString(input.Start(LookedAt)));
        return TextEncoding.Of(input, stated.Success ? Known(stated.Groups[1].Value) : null);
    }

    /// <summary>Null for a name nobody knows, and for those whose order is settled: UTF-8, then GB18030.</summary>
    private static Encoding? Known(string name)
    {
        if (name.StartsWith("gb", StringComparison.OrdinalIgnoreCase) || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([A-Za-z0-9_-]{1,40})""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
