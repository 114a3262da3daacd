using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>What distinct texts mean, read once: ledgers repeat themselves.</summary>
internal sealed class Remembered(Lexicon lexicon)
{
    /// <summary>Texts that never repeat must not fill the memory.</summary>
    private const int Most = 200_000;

    private readonly Dictionary<string, HazardStatus> _statuses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _departments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _masked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _cleaned = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, LedgerMonth?), StatedDays> _days = [];
    private readonly Dictionary<(string, DateOnly?, LedgerMonth?), DueReading> _dues = [];

    public HazardStatus Status(string text) => Get(_statuses, text, lexicon.Statuses.Read);

    public IReadOnlyList<string> Items(string text) => Get(_items, text, HazardItems.Split);

    public IReadOnlyList<string> Departments(string text) => Get(_departments, text, lexicon.Departments.Read);

    public string Clean(string text) => Get(_cleaned, text, CellText.Clean);

    public StatedDays Days(string text, LedgerMonth? month) => Get(_days, (text, month), key => lexicon.FactDates.Read(key.Item1, key.Item2));

    public DueReading Due(string text, DateOnly? foundOn, LedgerMonth? month) => Get(_dues, (text, foundOn, month), key => lexicon.Deadlines.Read(key.Item1, key.Item2, key.Item3));

    public string Mask(string text, IReadOnlyCollection<string> names) =>
        names.Count > 0 ? PersonalData.Mask(text, names) : Get(_masked, text, key => PersonalData.Mask(key, []));

    private static TValue Get<TKey, TValue>(Dictionary<TKey, TValue> known, TKey key, Func<TKey, TValue> read)
        where TKey : notnull
    {
        if (known.TryGetValue(key, out var value)) return value;
        if (known.Count >= Most) known.Clear();
        return known[key] = read(key);
    }
}
