namespace SafetyAnalytics.Ledgers;

/// <summary>What one table, or one workbook of an old format, may hold in memory.</summary>
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
