namespace SafetyAnalytics.Pipeline.Sample.Telling;

/// <summary>What makes a ledger hard to read. A submitter has some as habits; <c>truth.json</c> names those that a file really shows.</summary>
public enum Mess
{
    /// <summary>Title and 填报单位/填报时间 stand above the header.</summary>
    TitleRows,
    HeaderLineBreaks,
    TwoRowHeader,
    HeaderSynonyms,

    /// <summary>The extended template: found, community, sector, level, status, … in columns of their own.</summary>
    ExtraColumns,
    RepeatedHeader,
    ContinuationNote,
    SeveralSheets,
    HiddenRows,
    BlankRows,

    /// <summary>Prepared rows with a number and nothing else.</summary>
    NumberOnlyRows,
    Subtotal,
    Signature,

    /// <summary>一、消防领域.</summary>
    GroupRows,
    MergedUnits,

    /// <summary>同上.</summary>
    Ditto,
    SeveralHazardsInOneCell,
    DuplicateRows,
    SequenceQuirks,

    /// <summary>Deadlines and days are date cells with East-Asian formats.</summary>
    DateCells,
    PhonesAsNumbers,
    PersonsWithPhones,
    SeveralDepartments,
    DepartmentAlias,
    UnitNameVariants,
    InvisibleCharacters,
    FullWidthDigits,
    Placeholders,
    Checkboxes,
    ImpossibleDates,

    /// <summary>Closed rows of the running quarter are listed again.</summary>
    Cumulative,

    /// <summary>Another submitter of the same month has a hazard of this file too.</summary>
    SharedHazards,
    NoTable,
    Gb18030,
    Corrected,
    MonthConflict,
    UnknownSender,
}
