namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Who has reported for one month: <c>Received + ZeroReports = Reported</c>, <c>Reported + Waiting + Missing = Senders</c>.</summary>
/// <param name="Senders">Expected, or came without being expected.</param>
/// <param name="Reported">Received or zero report, late or not.</param>
/// <param name="ZeroReports">Said that there is nothing: not the same as saying nothing.</param>
/// <param name="Late">Of the reported, those after the cut-off.</param>
/// <param name="Waiting">Came, but nothing of it counts yet.</param>
/// <param name="Missing">Names, by pinyin.</param>
/// <param name="WaitingFiles">Files of any month whose month or sender must be settled by a person.</param>
/// <param name="WaitingRows">Rows of any month that wait, those files' included.</param>
public sealed record SubmissionMonth(
    ReportMonth Month,
    long Senders,
    long Reported,
    long Received,
    long ZeroReports,
    long Late,
    long Waiting,
    IReadOnlyList<string> Missing,
    long WaitingFiles,
    long WaitingRows);
