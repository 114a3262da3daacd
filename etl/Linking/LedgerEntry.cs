using System.Globalization;

namespace SafetyAnalytics.Linking;

/// <summary>A sighting read once: its month as a number, its text as a profile.</summary>
internal sealed record SightingRow(int Index, Sighting Sighting, int Month, TextProfile Text)
{
    /// <summary>The decided one, else the sighting's; null when unknown.</summary>
    public string? Category { get; init; } = Sighting.Category;

    public bool IsClosed => Sighting.State > SightingState.Open;

    public DateOnly MonthEnd => EndOf(Month);

    public static DateOnly EndOf(int month) => new DateOnly(month / 12, (month % 12) + 1, 1).AddMonths(1).AddDays(-1);

    /// <summary>The day the row says it was closed, or null.</summary>
    public DateOnly? StatedClosing => !IsClosed ? null
        : Sighting.State == SightingState.Verified ? Sighting.VerifiedOn ?? Sighting.RectifiedOn : Sighting.RectifiedOn ?? Sighting.VerifiedOn;

    /// <exception cref="ArgumentException">The month is not written as 2022-06.</exception>
    public static int MonthNumber(string month) =>
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day.Year * 12) + day.Month - 1
            : throw new ArgumentException($"'{month}' is not a ledger month. Write it as 2022-06.", nameof(month));

    public static int NumberOf(DateOnly day) => (day.Year * 12) + day.Month - 1;

    /// <summary>Found first comes first, an unstated day last; then by sender and place. The text and the state settle what is left, so that no order of input shows through.</summary>
    public static Comparer<SightingRow> InOrder { get; } = Comparer<SightingRow>.Create(Compare);

    private static int Compare(SightingRow a, SightingRow b)
    {
        var order = (a.Sighting.FoundOn ?? DateOnly.MaxValue).CompareTo(b.Sighting.FoundOn ?? DateOnly.MaxValue);
        if (order == 0) order = string.CompareOrdinal(a.Sighting.Submitter, b.Sighting.Submitter);
        if (order == 0) order = ComparePositions(a.Sighting.Position, b.Sighting.Position);
        if (order == 0) order = string.CompareOrdinal(a.Sighting.Text, b.Sighting.Text);
        if (order == 0) order = a.Sighting.State.CompareTo(b.Sighting.State);
        if (order == 0) order = Nullable.Compare(a.StatedClosing, b.StatedClosing);
        return order == 0 ? string.CompareOrdinal(a.Category, b.Category) : order;
    }

    /// <summary>As the ledger tells it: in the order of its rows.</summary>
    public static Comparer<SightingRow> ByPosition { get; } = Comparer<SightingRow>.Create((a, b) =>
        ComparePositions(a.Sighting.Position, b.Sighting.Position) is not 0 and var order ? order : Compare(a, b));

    private static int ComparePositions(SightingPosition a, SightingPosition b)
    {
        var order = string.CompareOrdinal(a.FileSha256, b.FileSha256);
        if (order == 0) order = string.CompareOrdinal(a.Sheet, b.Sheet);
        if (order == 0) order = a.Row.CompareTo(b.Row);
        return order == 0 ? a.Item.CompareTo(b.Item) : order;
    }
}

/// <summary>All rows of one ledger (month and submitter) that say word for word the same of one unit: one hazard, whose last row says where it stands.</summary>
internal sealed class LedgerEntry(List<SightingRow> rows)
{
    public IReadOnlyList<SightingRow> Rows { get; } = rows;

    public SightingRow First => Rows[0];

    public SightingRow Last => Rows[^1];

    public TextProfile Text => First.Text;

    /// <summary>The first category any row knows; null when none does.</summary>
    public string? Category { get; } = rows.Select(row => row.Category).FirstOrDefault(category => category is not null);

    /// <summary>The first day any row states, of finding or of closing; null when none does.</summary>
    public DateOnly? FirstDay => Rows.Min(row => row.Sighting.FoundOn ?? row.StatedClosing);

    /// <summary>The first day of finding any row states; null when none does.</summary>
    public DateOnly? FoundOn => Rows.Min(row => row.Sighting.FoundOn);

    /// <summary>One ledger's entries of one unit, in the order of their first rows. Rows of the same words that were said to be two hazards are two entries.</summary>
    public static List<LedgerEntry> Of(IEnumerable<SightingRow> ledger, PairConstraints? constraints = null)
    {
        var byText = new Dictionary<string, List<List<SightingRow>>>(StringComparer.Ordinal);
        var entries = new List<List<SightingRow>>();
        foreach (var row in ledger)
        {
            if (!byText.TryGetValue(row.Text.Full, out var alike)) byText[row.Text.Full] = alike = [];
            var rows = alike.Find(one => constraints is null || !one.Exists(other => constraints.AreDifferent(other.Index, row.Index)));
            if (rows is null)
            {
                rows = [];
                alike.Add(rows);
                entries.Add(rows);
            }

            rows.Add(row);
        }

        return entries.ConvertAll(rows => new LedgerEntry(Told(rows)));
    }

    // Only when every row states its day do days order them: a day beside a blank says nothing of which came first.
    private static List<SightingRow> Told(List<SightingRow> rows)
    {
        if (rows.Count > 1 && !rows.TrueForAll(row => row.Sighting.FoundOn is not null)) rows.Sort(SightingRow.ByPosition);
        return rows;
    }
}
