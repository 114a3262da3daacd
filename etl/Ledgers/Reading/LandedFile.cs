namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>A file as it lies in raw: everything the reading of a ledger may look at, and nothing else.</summary>
/// <param name="FileNames">The names the same bytes came under, without folders, in ordinal order; the first is the file's name.</param>
/// <param name="Sheets">Its tables in file order.</param>
/// <param name="Settings">What a person settled when landing it.</param>
public sealed record LandedFile(IReadOnlyList<string> FileNames, IReadOnlyList<LandedSheet> Sheets, LandSettings Settings);

/// <summary>A <see cref="LedgerSheet"/> with its rows at hand.</summary>
public sealed record LandedSheet(int Number, string Name, bool IsHidden, IReadOnlyList<string> Heading, IReadOnlyList<CellMerge> Merges, IReadOnlyList<LedgerRow> Rows);

/// <summary>The options of <c>land</c>, remembered with the file. Null: not given, the file must say it.</summary>
/// <param name="Month">Beats every reading of the file.</param>
/// <param name="From">Beats every reading of the file, and accepts a sender no seed knows.</param>
/// <param name="BlankHazardIsVisit">True: this sender leaves the hazard cell empty on a clean visit; otherwise such a row waits.</param>
public sealed record LandSettings(LedgerMonth? Month = null, string? From = null, bool? BlankHazardIsVisit = null);
