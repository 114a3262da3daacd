namespace SafetyAnalytics.Ledgers.Words;

/// <summary>The columns a ledger may have: the eleven of the plan's attachment 3, then those of the extended template. Text form in the seed <c>header_names.csv</c>: snake_case.</summary>
public enum LedgerColumn
{
    Sequence,
    UnitName,
    UnitAddress,
    UnitPerson,
    Phone,
    ResponsibleUnit,
    ResponsiblePerson,
    Hazard,
    Measures,
    Deadline,
    Remark,
    FoundOn,
    Community,
    Sector,
    Level,
    Status,
    RectifiedOn,
    Verified,
    CheckKind,
}
