using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Overview;

/// <summary>Words a <see cref="SubmissionMonth"/>.</summary>
internal static class ReportingFactory
{
    public static Reporting Make(Wording wording, SubmissionMonth month)
    {
        var words = wording.Phrases;
        return new(
            words.With("ReportingTitle", wording.Month(month.Month)),
            Claim(wording, month),
            [
                Count("received", month.Received),
                Count("zero_report", month.ZeroReports),
                Count("late", month.Late, isWarning: month.Late > 0),
                Count("waiting", month.Waiting, isWarning: month.Waiting > 0),
                Count("missing", month.Missing.Count, isWarning: month.Missing.Count > 0),
            ],
            month.Missing,
            (month.WaitingFiles, month.WaitingRows) is not (0, 0) ? words.With("ReportingWaits", wording.Count(month.WaitingFiles), wording.Count(month.WaitingRows)) : null);

        ReportingCount Count(string key, long count, bool isWarning = false) => new(key, words["Reporting_" + key], wording.Count(count), isWarning);
    }

    private static string Claim(Wording wording, SubmissionMonth month)
    {
        var sentence = (month.Senders, month.Reported, month.Missing.Count) switch
        {
            (0, _, _) => "ReportingUnknown",
            var (senders, reported, _) when reported == senders => "ReportingAll",
            (_, _, 0) => "ReportingNoneMissing",
            _ => "ReportingMissing",
        };
        return wording.Phrases.With(sentence, wording.Count(month.Senders), wording.Count(month.Reported), wording.Count(month.Missing.Count));
    }
}
