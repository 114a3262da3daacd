using SafetyAnalytics.Ledgers;

namespace SafetyAnalytics.Pipeline.Sample;

/// <summary>What to write. The same options give the same bytes, on any day and machine.</summary>
public sealed record SampleOptions
{
    /// <summary>The most months a sample may span: ten years.</summary>
    public const int MonthsLimit = 120;

    /// <summary>Folder to write into: absent or empty. One sub-folder a month, and <c>truth.json</c> beside them.</summary>
    public required DirectoryInfo Out { get; init; }

    /// <summary>Consecutive months, 1 to <see cref="MonthsLimit"/>. Default 24. More months leave the files of the earlier ones as they were.</summary>
    public int Months { get; init; } = 24;

    /// <summary>Any number. Default 1. Another seed is another subdistrict with another history.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Default 2022-05, the plan's first month.</summary>
    public LedgerMonth FirstMonth { get; init; } = new(2022, 5);
}

/// <summary>How far the writing has come, in months.</summary>
public sealed record SampleProgress(LedgerMonth Month, int MonthsWritten, int MonthsTotal);

/// <summary>What was written: ledger files (without <c>truth.json</c>), rows that state a hazard or a visit, and hazards.</summary>
public sealed record SampleSummary(int Files, int Rows, int Hazards);
