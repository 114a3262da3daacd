using System.Globalization;
using System.Resources;

namespace SafetyAnalytics.Pipeline;

/// <summary>The words this program says to people, in the culture of the thread: <c>Messages.resx</c> (中文) and <c>Messages.en-US.resx</c>.</summary>
public static class Messages
{
    private static readonly ResourceManager s_words = new("SafetyAnalytics.Pipeline.Messages", typeof(Messages).Assembly);

    /// <exception cref="ArgumentException">Nobody wrote that message.</exception>
    public static string Of(string key, params object?[] values)
    {
        var pattern = s_words.GetString(key, CultureInfo.CurrentUICulture) ?? throw new ArgumentException($"No message is called '{key}'.", nameof(key));
        return values.Length == 0 ? pattern : string.Format(CultureInfo.InvariantCulture, pattern, values);
    }
}
