using System.Globalization;
using System.Text;

namespace SafetyAnalytics.Learning.Categories;

/// <summary>The spelling in which texts are compared.</summary>
public static class PlainText
{
    /// <summary>NFKC, lower case, without spaces and invisible characters. Punctuation stays: it separates words.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var plain = new StringBuilder(text.Length);
        foreach (var c in Compose(text))
        {
            if (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control) continue;
            plain.Append(char.ToLowerInvariant(c));
        }

        return plain.ToString();
    }

    /// <summary>A lone surrogate makes normalisation throw; such a text is read as it stands.</summary>
    private static string Compose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
