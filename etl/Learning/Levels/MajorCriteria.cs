using System.Text.RegularExpressions;
using SafetyAnalytics.Learning.Categories;

namespace SafetyAnalytics.Learning.Levels;

/// <summary>
/// Which published criterion of a major hazard a text meets. A false 重大 sets a whole procedure in motion, a missed one is still stated by a person: place and defect
/// must both be said in so many words. Safe for many threads.
/// </summary>
public sealed class MajorCriteria
{
    private readonly List<(MajorCriterion Criterion, SeedPattern? Unit, SeedPattern Text, SeedPattern? Not)> _criteria = [];

    /// <exception cref="ArgumentException">A row without text words, or with a pattern that cannot be read; the message names the row.</exception>
    public MajorCriteria(IEnumerable<MajorCriterion> criteria)
    {
        foreach (var criterion in criteria)
        {
            try
            {
                _criteria.Add((criterion, Pattern(criterion.UnitWords), Pattern(criterion.TextWords) ?? throw new ArgumentException("text_words is blank: nothing would be looked for.", nameof(criteria)), Pattern(criterion.ButNot)));
            }
            catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
            {
                throw new ArgumentException($"major_criteria.csv, '{criterion.Criterion}': {fault.Message}", nameof(criteria), fault);
            }
        }
    }

    /// <returns>The first criterion that is met; null: none.</returns>
    public MajorFinding? Met(string? unitName, string hazardText)
    {
        var text = PlainText.Of(hazardText);
        if (text.Length == 0) return null;
        foreach (var (criterion, unit, words, not) in _criteria)
        {
            if (words.FindIn(text) is not { } found || not?.FindIn(text) is not null) continue;
            if (unit is null || unit.FindIn(PlainText.Of(unitName)) is not null || unit.FindIn(text) is not null) return new MajorFinding(criterion, found);
        }

        return null;
    }

    /// <summary>Compared in the spelling of <see cref="PlainText"/>, which has no capital letters.</summary>
    private static SeedPattern? Pattern(string words)
    {
        if (words.Trim().Length == 0) return null;
        return SeedPattern.Of(words is ['/', _, .., '/'] ? PlainText.Of(words[1..^1]) : string.Join('|', words.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => Regex.Escape(PlainText.Of(word)))));
    }
}
