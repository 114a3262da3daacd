using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts;

/// <summary>How a number moved, in words and with a sign: shares in percentage points, counts in per cent; on too small a base what it was.</summary>
/// <param name="IsBetter">Null when it stayed, or when neither way is good.</param>
public sealed record ChangeText(string Text, bool? IsBetter)
{
    /// <param name="against">The key of what it is compared with: <c>ChangeEarlier</c> (环比) or <c>ChangeLastYear</c> (同比).</param>
    /// <returns>Null when there is nothing to compare with.</returns>
    public static ChangeText? Of(Wording wording, Metric metric, EarlierNumber number, string against, bool isSoFar = false)
    {
        var words = wording.Phrases;
        var said = (number.Change, number.Reason) switch
        {
            ({ } change, _) => Moved(wording, metric, change),
            (null, "base_under_5") => words.With("ChangeWas", Number(wording, metric, number)),
            _ => null,
        };
        return said is null ? null : new(words.With("ChangeLine", words[against], said) + (isSoFar ? words["ChangeUnfinished"] : ""), number.IsBetter);
    }

    private static string Moved(Wording wording, Metric metric, double change)
    {
        var rounded = Math.Round(change, 1);
        if (rounded == 0) return wording.Phrases["ChangeSame"];
        var size = Math.Abs(rounded).ToString("#,0.#", wording.Phrases.Culture);
        var signed = (rounded > 0 ? "+" : "−") + size;
        return metric.Unit switch
        {
            MetricUnit.Count => wording.Phrases.With("ChangePercent", signed + "%"),
            MetricUnit.Percent => wording.Phrases.With("ChangePoints", signed),
            MetricUnit.Days => wording.Phrases.With("ChangeDays", signed),
            _ => wording.Phrases.With("ChangeNumber", signed),
        };
    }

    private static string Number(Wording wording, Metric metric, EarlierNumber number) => metric.Unit is MetricUnit.Percent && number is { Numerator: { } numerator, N: { } n }
        ? wording.Phrases.With("OutOf", wording.Count(numerator), wording.Count(n))
        : wording.Value(metric.Unit, number.Value);
}
