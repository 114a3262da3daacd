using System.Collections.Concurrent;
using System.Text;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>The text form of our enumerations in seeds and tables: <c>NotStarted</c> is <c>not_started</c>.</summary>
public static class SnakeCase
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Known<T>.Words.GetOrAdd(value, Write);

    private static string Write<T>(T value)
        where T : struct, Enum
    {
        var text = new StringBuilder();
        foreach (var c in value.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    /// <summary>The value of that text form; null when there is none.</summary>
    public static T? Parse<T>(string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Of(value) == text) return value;
        return null;
    }

    /// <summary>Written once per value: a build asks for millions.</summary>
    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly ConcurrentDictionary<T, string> Words = new();
    }
}
