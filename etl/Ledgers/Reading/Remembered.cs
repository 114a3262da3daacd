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
    private readonly Dictionary<string, string?> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _levels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _phones = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, LedgerMonth?), StatedDays> _days = [];
    private readonly Dictionary<(string, LedgerMonth?), DateOnly?> _foundAtStart = [];
    private readonly Dictionary<(string, LedgerMonth?), DateOnly?> _remarkDates = [];
    private readonly Dictionary<(string, DateOnly?, LedgerMonth?), DueReading> _dues = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _remarkPieces = new(StringComparer.Ordinal);
    private readonly RemarkPieces _pieces = new(lexicon);

    public HazardStatus Status(string text) => Get(_statuses, text, lexicon.Statuses.Read);

    public IReadOnlyList<string> Items(string text) => Get(_items, text, HazardItems.Split);

    public IReadOnlyList<string> Departments(string text) => Get(_departments, text, lexicon.Departments.Read);

    public string Clean(string text) => Get(_cleaned, text, CellText.Clean);

    public StatedDays Days(string text, LedgerMonth? month) => Get(_days, (text, month), key => lexicon.FactDates.Read(key.Item1, key.Item2));

    public DueReading Due(string text, DateOnly? foundOn, LedgerMonth? month) => Get(_dues, (text, foundOn, month), key => lexicon.Deadlines.Read(key.Item1, key.Item2, key.Item3));

    public string? Level(string text) => Get(_levels, text, LevelWords.FindIn);

    public bool HasPhone(string text) => Get(_phones, text, key => Phones.FindIn(key).Count > 0);

    public DateOnly? FoundAtStart(string text, LedgerMonth? month) => Get(_foundAtStart, (text, month), key => FactDates.FoundAtStart(key.Item1, key.Item2));

    public DateOnly? RemarkDay(string text, LedgerMonth? month) => Get(_remarkDates, (text, month), key => RemarkDate.Find(key.Item1, key.Item2));

    public IReadOnlyList<string> RemarkPieces(string text) => Get(_remarkPieces, text, _pieces.Of);

    public string? Unit(string text, IReadOnlyCollection<string> names) =>
        names.Count > 0 ? UnitText.Read(text, names) : Get(_units, text, key => UnitText.Read(key, []));

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
