namespace SafetyAnalytics.Ledgers.Csv;

/// <summary>The text under the parser, counting characters since the record began: a record without end would otherwise be gathered whole.</summary>
internal sealed class RecordMeter(LedgerInput input, TextReader text) : TextReader
{
    /// <summary>A ledger's row is a few hundred characters, and one cell at most 32,767.</summary>
    private const int RecordCharacters = 4 << 20;

    private long count;

    public int Record { get; private set; }

    public void NextRecord()
    {
        count = 0;
        Record++;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        input.Cancellation.ThrowIfCancellationRequested();
        var read = text.Read(buffer);
        count += read;
        if (count > RecordCharacters) throw Faults.TooLarge(input, "一条记录的字符数", "characters of a record", RecordCharacters, input.FileName, Record);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) text.Dispose();
        base.Dispose(disposing);
    }
}
