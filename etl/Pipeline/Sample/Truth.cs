namespace SafetyAnalytics.Pipeline.Sample;

/// <summary>What <c>truth.json</c> holds: what each file says, and which hazards are the same one. Names in the file are these in snake_case; months are <c>2022-06</c>, days ISO. See README.md beside this file.</summary>
public sealed record Truth(
    int Seed,
    string FirstMonth,
    int Months,
    IReadOnlyList<string> Submitters,
    IReadOnlyList<TruthFile> Files,
    IReadOnlyList<TruthHazard> Hazards,
    IReadOnlyList<TruthUnit> Units);

/// <summary>One file.</summary>
/// <param name="Path">Below the sample's folder, with forward slashes.</param>
/// <param name="Month">The month it is meant for, whatever it says.</param>
/// <param name="Submitter">Who sent it, as the seeds name them.</param>
/// <param name="Format"><c>xlsx, docx, csv</c>.</param>
/// <param name="ReceivedAt">ISO instant with the offset of Shanghai; also the file's last-write time.</param>
/// <param name="Kind"><c>ledger, zero_report, late</c> (a ledger or zero report after the 5th of the next month)<c>, correction</c>.</param>
/// <param name="Supersedes">Path of the version a correction replaces; null otherwise.</param>
/// <param name="MustWait"><c>month_conflict, unknown_sender</c>: it may not be loaded; null for all others.</param>
/// <param name="Mess">What is messy in it: snake_case of <c>Mess</c>, ordinal order.</param>
/// <param name="Rows">The rows that state hazards or a visit, in file order; all other rows carry nothing to load.</param>
public sealed record TruthFile(
    string Path,
    string Month,
    string Submitter,
    string Format,
    string ReceivedAt,
    string Kind,
    string? Supersedes,
    string? MustWait,
    IReadOnlyList<string> Mess,
    IReadOnlyList<TruthRow> Rows);

/// <summary>One row.</summary>
/// <param name="Sheet">Sheet name, <c>表N</c>, or the csv's file name.</param>
/// <param name="RowNumber">The sheet's or table's row, the csv record, from 1.</param>
/// <param name="UnitId">The unit it is about.</param>
/// <param name="Visit">Inspected and found in order: then there are no hazards.</param>
/// <param name="IsDuplicate">The row stands in this ledger before, word for word.</param>
/// <param name="Hazards">In the order of the cell.</param>
public sealed record TruthRow(string Sheet, int RowNumber, string UnitId, bool Visit, bool IsDuplicate, IReadOnlyList<TruthItem> Hazards);

/// <summary>One hazard of a row. Days are null where the row's words give none.</summary>
/// <param name="ItemNo">From 1 within its row.</param>
/// <param name="Status">As the contract spells it.</param>
/// <param name="Level">重大 or 一般 where stated.</param>
public sealed record TruthItem(int ItemNo, string HazardId, string Status, string? FoundOn, string? RectifiedOn, string? VerifiedOn, string? Level);

/// <summary>One hazard, as all files that count tell it: files that must wait and superseded versions are left out.</summary>
/// <param name="Sector">That of the category, else of the sort of unit.</param>
/// <param name="Level">重大 or 一般 when any row states it; null otherwise.</param>
/// <param name="Department">The first one named as answerable; null when none is.</param>
/// <param name="FoundMonth">The first ledger that tells of it; null when only waiting or superseded files do.</param>
/// <param name="FoundOn">When a row states it.</param>
/// <param name="DueKind">As first set, in the contract's words.</param>
/// <param name="DueOn">The last day allowed, as first set; for relative and immediate deadlines only when <paramref name="FoundOn"/> is stated.</param>
/// <param name="ClosedMonth">The ledger that first tells it closed, for the last time it was opened; null while open.</param>
/// <param name="Relation"><c>new, recurrent</c>.</param>
/// <param name="RecurrenceOf">The closed hazard of this unit and category it follows; null when new.</param>
/// <param name="ReopenedMonths">Ledgers that tell it open after one told it closed.</param>
public sealed record TruthHazard(
    string HazardId,
    string UnitId,
    string Category,
    string Sector,
    string? Level,
    string Community,
    string? Department,
    string? FoundMonth,
    string? FoundOn,
    string DueKind,
    string? DueOn,
    string? ClosedMonth,
    string Relation,
    string? RecurrenceOf,
    IReadOnlyList<string> ReopenedMonths);

/// <param name="Temperament">How many hazards a visit finds here, as a multiple of the usual.</param>
public sealed record TruthUnit(string UnitId, string Name, string Address, string Community, string Kind, double Temperament);
