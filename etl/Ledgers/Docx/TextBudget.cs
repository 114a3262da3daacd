namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>What one table and the text before it may hold in memory.</summary>
internal sealed class TextBudget(LedgerInput input)
{
    private long bytes;

    public void Spend(long more)
    {
        bytes += more;
        if (bytes > input.Limits.TextBytes) throw Faults.TooLarge(input, "文字总字节数", "bytes of text", input.Limits.TextBytes);
    }

    public void Renew() => bytes = 0;
}
