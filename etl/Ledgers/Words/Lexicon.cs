namespace SafetyAnalytics.Ledgers.Words;

/// <summary>The words a steward can extend: everything the reading of a ledger takes from the seeds.</summary>
public sealed class Lexicon
{
    private Lexicon(SeedSet seeds)
    {
        Headers = new HeaderNames(LexiconSeeds.Headers(seeds));
        var rules = LexiconSeeds.StatusRules(seeds);
        Statuses = new StatusWords(rules);
        FactDates = new FactDates(LexiconSeeds.PatternOf(rules, HazardStatus.Rectified), LexiconSeeds.PatternOf(rules, HazardStatus.Verified));
        Deadlines = new DeadlineWords(LexiconSeeds.DeadlineWords(seeds), LexiconSeeds.Periods(seeds), LexiconSeeds.WorkingDays(seeds));
        Departments = new DepartmentWords(LexiconSeeds.DepartmentAliases(seeds), LexiconSeeds.DepartmentGroups(seeds));
        Senders = new SenderWords(LexiconSeeds.SenderAliases(seeds));
        Communities = LexiconSeeds.CommunityAliases(seeds);
        _communitiesByLength = [.. Communities.OrderByDescending(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
        Sectors = LexiconSeeds.SectorAliases(seeds);
        Reasons = LexiconSeeds.Reasons(seeds);
    }

    public HeaderNames Headers { get; }

    public StatusWords Statuses { get; }

    public FactDates FactDates { get; }

    public DeadlineWords Deadlines { get; }

    public DepartmentWords Departments { get; }

    public SenderWords Senders { get; }

    /// <summary>Every code of the seed <c>reasons.csv</c>.</summary>
    public IReadOnlySet<string> Reasons { get; }

    private Dictionary<string, string> Communities { get; }

    private KeyValuePair<string, string>[] Sectors { get; }

    private readonly KeyValuePair<string, string>[] _communitiesByLength;

    /// <param name="seed">Gives the rows of a seed by its name without <c>.csv</c>, column names as keys; an empty list for a seed that is not there.
    /// Read: header_names, status_words, deadline_words, departments, communities, submitters, sectors, holidays, high_risk_periods, reasons.</param>
    /// <exception cref="LedgerFormatException">Code <c>bad_seed</c>: a value cannot be used; the message names seed, row, column, value and cure.</exception>
    public static Lexicon From(Func<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        return new Lexicon(new SeedSet(seed));
    }

    /// <summary>The community's own name where a seed knows it, else as written; null for a blank.</summary>
    public string? Community(string text)
    {
        if (CellText.OrNull(text) is not { } written) return null;
        var squeezed = CellText.Squeeze(written);
        var street = squeezed.IndexOf("街道", StringComparison.Ordinal);
        var bare = street < 0 ? squeezed : squeezed[(street + 2)..];
        return Communities.GetValueOrDefault(squeezed) ?? Communities.GetValueOrDefault(bare) ?? Communities.GetValueOrDefault(bare + "社区", written);
    }

    /// <summary>The sector's own name where the 行业领域 column's words are one of its names, else as written; null for a blank.</summary>
    public string? Sector(string text)
    {
        if (CellText.OrNull(text) is not { } written) return null;
        var squeezed = CellText.Squeeze(written);
        foreach (var suffix in (ReadOnlySpan<string>)["", "领域", "行业", "行业领域", "安全"])
        {
            if (suffix.Length > 0 && !squeezed.EndsWith(suffix, StringComparison.Ordinal)) continue;
            var name = squeezed[..^suffix.Length];
            foreach (var (alias, sector) in Sectors)
                if (alias == name) return sector;
        }

        return written;
    }

    /// <summary>The sector a group row or a sheet's name speaks of; null when it names none, or two.</summary>
    public string? SectorIn(string text) => OnlyOneIn(text, Sectors);

    /// <summary>The community a group row or a sheet's name speaks of; null when it names none, or two. The bare name (磁器口 for 磁器口社区) counts only when nothing else is said.</summary>
    public string? CommunityIn(string text) =>
        OnlyOneIn(text, _communitiesByLength) ?? (Community(text) is { } whole && Communities.ContainsValue(whole) ? whole : null);

    private static string? OnlyOneIn(string text, KeyValuePair<string, string>[] names)
    {
        var rest = CellText.Squeeze(text);
        string? found = null;
        foreach (var (alias, name) in names)
        {
            if (!rest.Contains(alias, StringComparison.Ordinal)) continue;
            if (found is not null && found != name) return null;
            found = name;
            rest = rest.Replace(alias, "§", StringComparison.Ordinal);
        }

        return found;
    }
}
