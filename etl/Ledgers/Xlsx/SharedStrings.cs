using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Xlsx;

/// <summary>The workbook's table of texts: the one thing of a workbook that is held in memory, because cells refer to it by position.</summary>
internal sealed class SharedStrings
{
    /// <summary>What a string object costs beside its characters.</summary>
    private const int ObjectBytes = 32;

    private readonly List<string> texts = [];
    private readonly List<Strike> strikes = [];

    private SharedStrings()
    {
    }

    public int Count => texts.Count;

    /// <param name="part">Null: the workbook has no such table.</param>
    public static SharedStrings Read(LedgerInput input, OfficePackage package, string? part)
    {
        var table = new SharedStrings();
        if (part is null) return table;

        var bytes = 0L;
        using var cursor = package.Open(part);
        while (cursor.Read())
        {
            if (!cursor.IsElement || cursor.Name != "si") continue;
            var (text, strike) = RichText.Read(cursor);
            bytes += (text.Length * sizeof(char)) + ObjectBytes;
            if (bytes > input.Limits.TextBytes) throw Faults.TooLarge(input, "文字总字节数", "bytes of text", input.Limits.TextBytes);
            table.texts.Add(text);
            table.strikes.Add(strike);
        }

        return table;
    }

    public (string Text, Strike Strike) this[int index] => (texts[index], strikes[index]);
}
