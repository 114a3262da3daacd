using System.Collections;

namespace SafetyAnalytics.Ledgers;

/// <summary>Rows that can be taken once: a second enumeration would read a stream that has moved on.</summary>
internal sealed class RowStream(LedgerInput input, string table, IEnumerable<LedgerRow> rows) : IEnumerable<LedgerRow>
{
    private bool isTaken;

    public IEnumerator<LedgerRow> GetEnumerator()
    {
        if (isTaken) throw new InvalidOperationException("The rows of a sheet can be enumerated once: keep them if they are needed again.");
        isTaken = true;
        return Faults.Translated(input, table, rows).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
