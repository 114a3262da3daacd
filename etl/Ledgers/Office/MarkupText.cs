namespace SafetyAnalytics.Ledgers.Office;

/// <summary>The text of an xml file that is no part of a zip, counting characters since the reader's latest node: one without end would be gathered whole.</summary>
internal sealed class MarkupText(LedgerInput input, TextReader text) : TextReader
{
    private const long TokenCharacters = 4 << 20;
    private long count;

    /// <summary>The xml reader stands at a new node.</summary>
    public void NextToken() => count = 0;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        input.Cancellation.ThrowIfCancellationRequested();
        var read = text.Read(buffer);
        count += read;
        if (count > TokenCharacters) throw Faults.TooLarge(input, "单个标记的字符数", "characters of one piece of markup", TokenCharacters);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) text.Dispose();
        base.Dispose(disposing);
    }
}
