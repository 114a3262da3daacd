namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>A file as it lies in raw: everything the reading of a ledger may look at, and nothing else.</summary>
/// <param name="FileNames">The names the same bytes came under, without folders, in ordinal order; the first is the file's name.</param>
/// <param name="Sheets">Its tables in file order.</param>
/// <param name="Settings">What a person settled about the whole file.</param>
public sealed record LandedFile(IReadOnlyList<string> FileNames, IReadOnlyList<LandedSheet> Sheets, LandSettings Settings)
{
    /// <summary>What a person settled about single sheets, by their number; a value there beats the file's.</summary>
    public IReadOnlyDictionary<int, LandSettings> SheetSettings { get; init; } = new Dictionary<int, LandSettings>();

    /// <summary>A person decided that this is no ledger: its rows are skipped with <c>decided_skip</c>.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>A person decided something about the file as a whole or one of its sheets: the reading says so with the warning <c>decided</c>.</summary>
    public bool IsDecided { get; init; }

    /// <summary>What holds for one sheet.</summary>
    public LandSettings SettingsOf(int sheetNumber) => SheetSettings.TryGetValue(sheetNumber, out var own)
        ? new LandSettings(own.Month ?? Settings.Month, own.From ?? Settings.From, own.BlankHazardIsVisit ?? Settings.BlankHazardIsVisit)
        : Settings;
}

/// <summary>A <see cref="LedgerSheet"/> with its rows at hand.</summary>
public sealed record LandedSheet(int Number, string Name, bool IsHidden, IReadOnlyList<string> Heading, IReadOnlyList<CellMerge> Merges, IReadOnlyList<LedgerRow> Rows)
{
    /// <summary>Rows a person decided about, by their number. <see cref="Rows"/> hold the corrected cells already.</summary>
    public IReadOnlyDictionary<int, DecidedRow> Decided { get; init; } = new Dictionary<int, DecidedRow>();
}

/// <summary>What a person decided about one row. The row carries the issue <c>decided</c> in every case.</summary>
public enum DecidedRow
{
    /// <summary>One or more of its cells were corrected.</summary>
    Corrected,

    /// <summary>It carries nothing to load.</summary>
    Skip,

    /// <summary>The unit was inspected and nothing was found, whatever the hazard's cell says.</summary>
    Visit,
}

/// <summary>The options of <c>land</c>, remembered with the file. Null: not given, the file must say it.</summary>
/// <param name="Month">Beats every reading of the file.</param>
/// <param name="From">Beats every reading of the file, and accepts a sender no seed knows.</param>
/// <param name="BlankHazardIsVisit">True: this sender leaves the hazard cell empty on a clean visit; otherwise such a row waits.</param>
public sealed record LandSettings(LedgerMonth? Month = null, string? From = null, bool? BlankHazardIsVisit = null);
