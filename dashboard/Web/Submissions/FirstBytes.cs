using SafetyAnalytics.Ledgers;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>What can be told of an arriving file before it is kept: that it is no ledger, whatever its name says.</summary>
internal static class FirstBytes
{
    /// <summary>How much is looked at.</summary>
    public const int Count = 4096;

    /// <returns>A code of the seed <c>reasons.csv</c>; null when it may be a ledger. What only the whole file tells (a password, an old Word file) the preview says.</returns>
    public static string? Refuse(byte[] start, string name)
    {
        try
        {
            LedgerReader.Detect(new MemoryStream(start), name);
            return null;
        }
        catch (LedgerFormatException fault) when (fault.Code is "not_a_ledger_format" or "empty_file")
        {
            return fault.Code;
        }
        catch (LedgerFormatException)
        {
            return null;
        }
    }
}
