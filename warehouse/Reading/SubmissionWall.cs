namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>What a sender has done about one month, in the one word a person asks for. A ledger that is several of these gets the first in this order.</summary>
public enum SubmissionState
{
    /// <summary>漏报: expected, and nothing came. Not a zero.</summary>
    Missing,

    /// <summary>待处理: something came, and none of it counts yet.</summary>
    Waiting,

    /// <summary>零报告: says that there is nothing.</summary>
    ZeroReport,

    /// <summary>更正: a later version took the place of an earlier one.</summary>
    Corrected,

    /// <summary>迟报: came after the cut-off.</summary>
    Late,

    /// <summary>按时.</summary>
    OnTime,
}

/// <summary>Senders × months. A month in which nothing was expected of a sender, and nothing came, has no cell.</summary>
/// <param name="Months">Oldest first, none left out.</param>
/// <param name="Lines">Those with at least one cell; by pinyin.</param>
/// <param name="Counts">One per month and state that occurs.</param>
public sealed record SubmissionWall(IReadOnlyList<ReportMonth> Months, IReadOnlyList<SubmissionLine> Lines, IReadOnlyList<SubmissionCount> Counts);

public sealed record SubmissionLine(string Submitter, IReadOnlyList<SubmissionCell> Cells);

/// <param name="Version">From 1; null when nothing came that counts.</param>
/// <param name="IsOnTime">Of the first version; null when nothing came that counts.</param>
/// <param name="RowsWaiting">Rows of the ledger that do not count yet, whatever its state.</param>
public sealed record SubmissionCell(ReportMonth Month, SubmissionState State, int? Version, bool? IsOnTime, long RowsLoaded, long RowsWaiting);

public sealed record SubmissionCount(ReportMonth Month, SubmissionState State, long Senders);
