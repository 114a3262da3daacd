using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>Which column stands where in one table section.</summary>
/// <param name="Height">Rows the header takes.</param>
/// <param name="Width">Cells of its widest row.</param>
/// <param name="Unknown">Positions of columns whose names say nothing to us.</param>
/// <param name="Repeated">Positions of columns named before, which are not read.</param>
/// <param name="SecondMeasures">Where a ledger parts 整改措施 and 整改情况, the later of the two; null otherwise.</param>
internal sealed record LedgerHeader(IReadOnlyDictionary<LedgerColumn, int> Positions, int Height, int Width, IReadOnlyList<int> Unknown, IReadOnlyList<int> Repeated, int? SecondMeasures = null)
{
    /// <summary>Without these two a row can be neither placed nor understood.</summary>
    public bool IsComplete => Positions.ContainsKey(LedgerColumn.UnitName) && Positions.ContainsKey(LedgerColumn.Hazard);

    /// <summary>Eleven columns in attachment 3; one that is missing is worth a warning.</summary>
    public bool LacksPlanColumn => Enum.GetValues<LedgerColumn>().Any(column => column is > LedgerColumn.Sequence and < LedgerColumn.Remark && !Positions.ContainsKey(column));

    public bool IsSameAs(LedgerHeader other) =>
        Positions.Count == other.Positions.Count && Positions.All(pair => other.Positions.TryGetValue(pair.Key, out var at) && at == pair.Value);
}
