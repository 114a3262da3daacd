using System.Globalization;
using SafetyAnalytics.Ledgers.Problems;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline;

/// <summary>A problem with its cure in both languages, fit to be published: no phone in any of its words.</summary>
/// <param name="Place">In Chinese.</param>
/// <param name="IsAboutLedger">Because of it a whole ledger waits, not one row.</param>
public sealed record FileProblem(LedgerProblem Place, bool IsAboutLedger, string CureZh, string CureEn);

/// <summary>What is wrong in a file, for the tables and for the hand-back copy alike.</summary>
public sealed class FileProblems(Seeds seeds)
{
    private readonly ReasonWords _zh = ReasonWords.From(seeds["reasons"].Records, CultureInfo.GetCultureInfo("zh-CN"));
    private readonly ReasonWords _en = ReasonWords.From(seeds["reasons"].Records, CultureInfo.GetCultureInfo("en-US"));

    /// <summary>None for a file decided to be no ledger.</summary>
    public IReadOnlyList<FileProblem> Of(LandedFile file, FileReading reading)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reading);
        if (file.IsIgnored) return [];
        var aboutLedgers = reading.Parts.SelectMany(part => part.Reasons).ToHashSet(StringComparer.Ordinal);
        var english = LedgerProblems.Of(file, reading, _en);
        return
        [
            .. LedgerProblems.Of(file, reading, _zh).Zip(english, (zh, en) => new FileProblem(
                zh with { Cell = Masked(zh.Cell), ColumnName = Masked(zh.ColumnName), Readings = [.. zh.Readings.Select(line => Masked(line)!)] },
                zh.Waits && aboutLedgers.Contains(zh.Code),
                Masked(zh.Cure)!,
                Masked(en.Cure)!)),
        ];
    }

    /// <summary>In the language of the thread, for the sender's own eyes.</summary>
    public IReadOnlyList<LedgerProblem> InThisLanguage(LandedFile file, FileReading reading)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.IsIgnored ? [] : LedgerProblems.Of(file, reading, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? _en : _zh);
    }

    private static string? Masked(string? text) => text is null ? null : PersonalData.Mask(text, []);
}
