using System.Globalization;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>A decision in one line of a shell: its kind, what it is about, and what it says, without phone numbers.</summary>
internal static class DecisionWording
{
    private const int DigitsShown = 12;

    public static string Of(Decision decision)
    {
        var detail = decision.Detail;
        string?[] place =
        [
            decision.FileSha256?[..DigitsShown], decision.Sheet, Text(decision.RowNumber), Text(detail.ItemNo), decision.Seed, decision.SeedKey, decision.ColumnName, decision.Undoes,
            Text(detail.Unit), detail.Subject, detail.Month, detail.Department, detail.Community, detail.From,
        ];
        var value = decision.Value ?? Text(detail.OtherUnit) ?? (detail.Other is { } other ? $"{other.FileSha256[..DigitsShown]} {other.Sheet} {Text(other.RowNumber)} {Text(other.ItemNo)}" : null);
        var about = $"{SnakeCase.Of(decision.Kind)} {string.Join(' ', place.OfType<string>())}" + (value is null ? "" : $" → {value}");
        return PersonalData.Mask(about, []);
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(UnitSpelling? unit) => unit is null ? null : unit.Address is null ? unit.Name : $"{unit.Name}（{unit.Address}）";
}
