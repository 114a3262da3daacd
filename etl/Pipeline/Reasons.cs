using System.Globalization;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline;

/// <summary>What the reason codes mean, in the culture of the thread: the seed <c>reasons.csv</c>.</summary>
public sealed class Reasons
{
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> _byCode;

    private Reasons(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> byCode) => _byCode = byCode;

    public static Reasons None { get; } = new(new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal));

    public static Reasons Of(Seeds seeds) => new(seeds["reasons"].Records.ToDictionary(row => row["code"], StringComparer.Ordinal));

    /// <summary>A short name; the code itself when no seed explains it.</summary>
    public string Label(string code) => Word(code, "label") ?? code;

    /// <summary>What to do about it; empty when nothing need be done.</summary>
    public string Cure(string code) => Word(code, "cure") ?? "";

    private string? Word(string code, string column)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? "_en" : "_zh";
        return _byCode.TryGetValue(code, out var row) && row.TryGetValue(column + language, out var word) && word.Length > 0 ? word : null;
    }
}
