using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>What one file says, read with one <see cref="Lexicon"/>. A pure function of file and lexicon: no clock, no order of arrival.</summary>
/// <param name="Parts">One per table section under one header (or per zero report): a ledger of one month and one sender.</param>
/// <param name="Rows">One per row of the file, in order, none left out.</param>
/// <param name="Items">One per hazard of the rows whose kind is <see cref="RowKind.Hazard"/>, in order.</param>
/// <param name="Warnings">Codes about the file as a whole (<c>hidden_sheet, unknown_column, missing_column, subtotal_mismatch, struck_rows, …</c>), distinct, ordinal order.</param>
public sealed record FileReading(IReadOnlyList<PartReading> Parts, IReadOnlyList<RowReading> Rows, IReadOnlyList<ItemReading> Items, IReadOnlyList<string> Warnings);

/// <summary>One ledger inside a file.</summary>
/// <param name="Number">From 1, in file order.</param>
/// <param name="SheetNumber">Its table.</param>
/// <param name="HeaderRow">Row number of its (last) header row; null for a zero report without a table.</param>
/// <param name="Month">Null when unsettled: then <paramref name="Reason"/> says why.</param>
/// <param name="Submitter">The sender's name as the seeds know it, else as written; null when unsettled.</param>
/// <param name="SubmitterIsKnown">The seeds know this sender, or <c>--from</c> named it.</param>
/// <param name="Reason">Why the whole ledger waits: <c>month_conflict, no_month, sender_conflict, no_sender, unknown_sender, missing_column</c>; null when it does not.</param>
/// <param name="Readings">Every month and sender read, with its place, for the person who settles it: <c>月份 文件名: 2022-06</c>, <c>单位 标题: 应急办</c>, …</param>
/// <param name="IsZeroReport">No hazard and no visit row, but words that say so (无, 本月无隐患).</param>
/// <param name="FilledOn">The stated fill-in date (填报时间), if any: orders versions of the same ledger.</param>
/// <param name="Revision">What name or title says about being a corrected version (更正, 最终版2, v3, (2)); 0 when nothing.</param>
public sealed record PartReading(
    int Number,
    int SheetNumber,
    int? HeaderRow,
    LedgerMonth? Month,
    string? Submitter,
    bool SubmitterIsKnown,
    string? Reason,
    IReadOnlyList<string> Readings,
    bool IsZeroReport,
    DateOnly? FilledOn,
    int Revision)
{
    /// <summary>What its first header says; null for a zero report without a table, and where no header was found.</summary>
    public HeaderReading? Header { get; init; }

    /// <summary>Every reason to wait, the one in <see cref="Reason"/> first: whoever mends the ledger needs them all at once.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}

/// <summary>A header as it was recognised.</summary>
/// <param name="FirstRow">Row number of its first row; <paramref name="LastRow"/> of its last.</param>
/// <param name="Columns">Where each known column stands, from 0.</param>
/// <param name="Unknown">Where columns stand whose names are not known.</param>
/// <param name="Repeated">Where columns stand that an earlier one names already: they are not read.</param>
public sealed record HeaderReading(int FirstRow, int LastRow, IReadOnlyDictionary<LedgerColumn, int> Columns, IReadOnlyList<int> Unknown, IReadOnlyList<int> Repeated);

public enum RowKind
{
    /// <summary>Carries nothing to load; <see cref="RowReading.Reason"/> says what it is (<c>title, header, blank, subtotal, signature, continuation_note, group, zero_report, …</c>).</summary>
    Skipped,

    /// <summary>One or more hazards.</summary>
    Hazard,

    /// <summary>A unit inspected, nothing found.</summary>
    Visit,

    /// <summary>Text of the row above goes on here (<c>continuation</c>): its words are part of that row's hazards.</summary>
    Continuation,

    /// <summary>Cannot be believed as it stands; <see cref="RowReading.Reason"/> says why (<c>no_unit, no_hazard_text, ditto_without_antecedent, …</c>).</summary>
    Waiting,
}

/// <summary>What one row of the file is.</summary>
/// <param name="PartNumber">The ledger it belongs to; null above the first header and in tables without one.</param>
/// <param name="Fingerprint">The row's meaning without its 序号: equal within one part = the same row twice. Null unless hazard or visit.</param>
/// <param name="UnitName">As read: filled down only inside a merge or by 同上; cleaned of invisible characters, phones and persons. Null unless hazard or visit.</param>
/// <param name="UnitAddress">Likewise; null when not given.</param>
/// <param name="VisitedOn">The stated day of the inspection, if any.</param>
/// <param name="Issues">Codes of what is odd about it, distinct, ordinal order.</param>
public sealed record RowReading(
    int SheetNumber,
    int RowNumber,
    int? PartNumber,
    RowKind Kind,
    string? Reason,
    string? Fingerprint,
    string? UnitName,
    string? UnitAddress,
    DateOnly? VisitedOn,
    IReadOnlyList<string> Issues)
{
    /// <summary>Where each issue was seen, and what makes the row wait; for a total, that it disagrees.</summary>
    public IReadOnlyList<CodePlace> Places { get; init; } = [];

    /// <summary>Who runs the unit and its telephones, in the clear: evidence of who is who inside the build. Must not be written down but as a keyed digest.</summary>
    public UnitContacts Contacts { get; init; } = UnitContacts.None;

    /// <summary>Pieces of the remark that may say what kind of place the unit is; see <see cref="Words.RemarkPieces"/>. Empty unless hazard or visit.</summary>
    public IReadOnlyList<string> RemarkPieces { get; init; } = [];
}

/// <param name="Persons">Names in 单位负责人, distinct.</param>
/// <param name="Phones">Digits of the telephones there, in 联系电话 and in the unit's name, distinct.</param>
public sealed record UnitContacts(IReadOnlyList<string> Persons, IReadOnlyList<string> Phones)
{
    public static UnitContacts None { get; } = new([], []);
}

/// <summary>The cell of a row that a code is about.</summary>
/// <param name="Column">From 0; null when the row as a whole is meant, or the ledger has no such column.</param>
/// <param name="Meaning">The column's meaning; null when the row as a whole is meant.</param>
public sealed record CodePlace(string Code, int? Column, LedgerColumn? Meaning);

/// <summary>One hazard as one row states it, before months are joined. Free of phones, ID numbers and the names in the row's person columns: they are masked.</summary>
/// <param name="ItemNumber">From 1 within its row.</param>
/// <param name="HazardText">Cleaned of numbering; otherwise the sender's words.</param>
/// <param name="MeasuresText">The part of the measures that belongs to this item when both are numbered alike, else all of it; null when blank.</param>
/// <param name="Due">The deadline's meaning.</param>
/// <param name="DueText">The deadline as written; null when blank.</param>
/// <param name="FoundOn">Only when stated.</param>
/// <param name="RectifiedOn">Only when stated.</param>
/// <param name="VerifiedOn">Only when stated.</param>
/// <param name="HasPhone">The row states at least one phone number.</param>
/// <param name="Departments">Departments named in 责任单位, canonical, aliases and groups resolved, distinct, in order. Empty when none is recognised.</param>
/// <param name="ResponsibleText">责任单位 as written, phones masked; null when blank. With no department recognised it is an owner or an unknown department.</param>
/// <param name="Community">From the 社区 column, canonical when known; null when not stated.</param>
/// <param name="Sector">From the 行业领域 column; null when not stated.</param>
/// <param name="SectorContext">Sector named by the group row above or else the sheet's name; null when none.</param>
/// <param name="SectorContextOrigin"><c>sheet</c> or <c>group_row</c>; null without <paramref name="SectorContext"/>.</param>
/// <param name="CommunityContext">Community named by the group row above or else the sheet's name; null when none.</param>
/// <param name="CommunityContextOrigin"><c>sheet</c> or <c>group_row</c>; null without <paramref name="CommunityContext"/>.</param>
/// <param name="Level">重大 or 一般 when stated (column, or words in hazard or remark); null otherwise.</param>
/// <param name="EscalatedTo">Whom it was handed up to, when the status is escalated and the text says so.</param>
public sealed record ItemReading(
    int SheetNumber,
    int RowNumber,
    int ItemNumber,
    string HazardText,
    string? MeasuresText,
    HazardStatus Status,
    Deadline Due,
    string? DueText,
    DateOnly? FoundOn,
    DateOnly? RectifiedOn,
    DateOnly? VerifiedOn,
    bool HasPhone,
    IReadOnlyList<string> Departments,
    string? ResponsibleText,
    string? Community,
    string? Sector,
    string? SectorContext,
    string? SectorContextOrigin,
    string? CommunityContext,
    string? CommunityContextOrigin,
    string? Level,
    string? EscalatedTo,
    IReadOnlyList<string> Issues);
