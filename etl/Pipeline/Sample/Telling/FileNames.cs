using System.Globalization;
using SafetyAnalytics.Ledgers;

namespace SafetyAnalytics.Pipeline.Sample.Telling;

internal static class FileNames
{
    /// <summary>Path below the sample's folder.</summary>
    /// <param name="version">What the name says of being a corrected version; empty for the first one.</param>
    public static string Of(Letter letter, string version)
    {
        var habits = Habits.Of(letter.Submitter.Name);
        var extension = habits.Kind switch
        {
            FileKind.Xlsx => "xlsx",
            FileKind.Docx => "docx",
            _ => "csv",
        };
        return $"{letter.Month}/{Fill(habits.FileName, letter.Month)}{version}.{extension}";
    }

    /// <summary>Puts year and month into a pattern with <c>{y}</c>, <c>{m}</c>, <c>{mm}</c>.</summary>
    public static string Fill(string pattern, LedgerMonth month) => pattern
        .Replace("{y}", month.Year.ToString(CultureInfo.InvariantCulture))
        .Replace("{mm}", month.Month.ToString("00", CultureInfo.InvariantCulture))
        .Replace("{m}", month.Month.ToString(CultureInfo.InvariantCulture));
}
