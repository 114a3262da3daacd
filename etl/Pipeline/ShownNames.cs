using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Pipeline;

/// <summary>Names of sheets as they are shown: people put phone numbers even there.</summary>
public static class ShownNames
{
    /// <summary>By sheet number. Two that look alike once masked get their numbers, since a sheet's name tells its rows apart.</summary>
    public static IReadOnlyDictionary<int, string> Of(IEnumerable<LandedSheet> sheets) => Of(sheets.Select(sheet => (sheet.Number, sheet.Name)));

    /// <inheritdoc cref="Of(IEnumerable{LandedSheet})"/>
    public static IReadOnlyDictionary<int, string> Of(IEnumerable<(int Number, string Name)> sheets) => sheets
        .OrderBy(sheet => sheet.Number)
        .GroupBy(sheet => PersonalData.Mask(sheet.Name, []), StringComparer.Ordinal)
        .SelectMany(alike => alike.Select((sheet, i) => (sheet.Number, Shown: i == 0 ? alike.Key : $"{alike.Key} ({sheet.Number})")))
        .ToDictionary(sheet => sheet.Number, sheet => sheet.Shown);
}
