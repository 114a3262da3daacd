using System.Resources;

namespace SafetyAnalytics.Charts.Report;

/// <summary>The report's own words: <c>Report.resx</c> (中文) and <c>Report.en-US.resx</c>.</summary>
internal static class ReportWords
{
    public static ResourceManager Resources { get; } = new("SafetyAnalytics.Charts.Report.Report", typeof(ReportWords).Assembly);
}
