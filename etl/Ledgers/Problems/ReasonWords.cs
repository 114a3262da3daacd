using System.Globalization;

namespace SafetyAnalytics.Ledgers.Problems;

/// <summary>What the reason codes mean to a person, in one language: the seed <c>reasons.csv</c>.</summary>
public sealed class ReasonWords
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _byCode;
    private readonly string _ending;

    private ReasonWords(Dictionary<string, IReadOnlyDictionary<string, string>> byCode, bool isEnglish)
    {
        _byCode = byCode;
        IsEnglish = isEnglish;
        _ending = isEnglish ? "_en" : "_zh";
    }

    public bool IsEnglish { get; }

    /// <param name="reasons">The seed's rows, column names as keys; of several rows with one code the last counts.</param>
    /// <param name="culture">English for any <c>en</c>, else Chinese.</param>
    public static ReasonWords From(IReadOnlyList<IReadOnlyDictionary<string, string>> reasons, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        ArgumentNullException.ThrowIfNull(culture);
        var byCode = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var row in reasons) byCode[row["code"]] = row;
        return new ReasonWords(byCode, culture.TwoLetterISOLanguageName == "en");
    }

    /// <summary>A short name; the code itself when the seed does not explain it.</summary>
    public string Label(string code) => Word(code, "label") ?? code;

    /// <summary>A sentence; the code itself when the seed does not explain it.</summary>
    public string Message(string code) => Word(code, "message") ?? code;

    /// <summary>Empty when nothing need be done.</summary>
    public string Cure(string code) => Word(code, "cure") ?? "";

    private string? Word(string code, string column) =>
        _byCode.TryGetValue(code, out var row) && row.TryGetValue(column + _ending, out var word) && word.Length > 0 ? word : null;
}
