namespace SafetyAnalytics.Ledgers.Csv;

/// <summary>Which character parts the fields of a text file.</summary>
internal static class Delimiter
{
    /// <summary>Enough to see the pattern: the first records of the file.</summary>
    public const int SampleCharacters = 1 << 16;

    private const int SampleRecords = 50;

    /// <summary>Fewer ledger words than this in one record may be chance.</summary>
    private const int HeaderWords = 3;

    private const int HeaderCharacters = 24;

    /// <summary>The share of records cut alike, times the share of cuts per field: below this, the character is part of the text.</summary>
    private const double LeastScore = 0.2;

    private static readonly char[] Candidates = [',', '\t', ';', '，', '|'];

    /// <summary>Parts of the column names of a ledger: enough to tell a header cut rightly from one cut wrongly; which column it is, the reading decides.</summary>
    private static readonly string[] Words = ["序号", "单位", "名称", "地址", "负责人", "电话", "责任", "隐患", "问题", "整改", "措施", "时限", "备注", "日期", "社区", "行业", "等级", "状态"];

    /// <summary>
    /// The candidate that cuts one record into the most ledger words; without a header, the one that cuts most records alike; a comma when none does.
    /// A first line <c>sep=;</c> settles it.
    /// </summary>
    public static char Of(string sample)
    {
        if (Stated(sample) is { } stated) return stated[^1];
        var best = ',';
        var bestScore = LeastScore;
        foreach (var candidate in Candidates)
        {
            var score = Score(Records(sample, candidate));
            if (score <= bestScore) continue;
            best = candidate;
            bestScore = score;
        }

        return best;
    }

    /// <summary>The first line when it is <c>sep=</c> and one character, as Excel writes and obeys it; else null.</summary>
    public static string? Stated(string sample)
    {
        var end = sample.AsSpan().IndexOfAny('\r', '\n');
        var line = end < 0 ? sample : sample[..end];
        return line.Length == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? line : null;
    }

    private static double Score(List<List<string>> records)
    {
        var header = records.Max(record => record.Count(IsHeaderWord));
        if (header >= HeaderWords) return header;
        var alike = records.Where(record => record.Count > 1).GroupBy(record => record.Count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault();
        return alike is null ? 0 : alike.Count() / (double)records.Count * (1 - (1.0 / alike.Key));
    }

    private static bool IsHeaderWord(string field) => field.Length <= HeaderCharacters && Words.Any(field.Contains);

    /// <summary>The sample's records that are not blank, cut at the candidate outside quotes; a record the sample's end cuts off is left out, unless it is the only one.</summary>
    private static List<List<string>> Records(string sample, char delimiter)
    {
        var records = new List<List<string>>();
        var record = new List<string>();
        var start = 0;
        var isQuoted = false;
        for (var i = 0; i < sample.Length && records.Count < SampleRecords; i++)
        {
            var character = sample[i];
            if (character == '"' && (isQuoted || i == start)) isQuoted = !isQuoted;
            if (isQuoted) continue;
            if (character != delimiter && character is not ('\r' or '\n')) continue;
            record.Add(sample[start..i]);
            start = i + 1;
            if (character == delimiter) continue;
            if (record.Exists(field => field.Length > 0)) records.Add(record);
            record = [];
        }

        if (records.Count == 0 || (sample.Length < SampleCharacters && start < sample.Length && records.Count < SampleRecords))
        {
            record.Add(sample[Math.Min(start, sample.Length)..]);
            records.Add(record);
        }

        return records;
    }
}
