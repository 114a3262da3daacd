using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Members;

/// <summary>Effort beside findings: hazards a visit, with both counts in the table. Where nobody looks nothing is found.</summary>
internal static class EffortFigure
{
    private const string Key = "hazards_per_visit";

    /// <returns>Null when the snapshot knows no visits.</returns>
    public static Figure? Make(FigureSource source, Dimension of, MetricTable table)
    {
        if (!source.Has(Key)) return null;
        var words = source.Wording.Phrases;
        var (metric, index) = (source.Metric(Key), table.IndexOf(Key));
        var rows = table.Rows.Where(row => row.Values[index].Denominator is > 0)
            .OrderBy(row => UnknownMember.Is(row.Members[0])).ThenByDescending(row => row.Values[index].Value).ThenBy(row => row.Members[0], StringComparer.Create(words.Culture, ignoreCase: false)).ToList();
        if (rows.Count == 0) return null;
        var top = rows[0];
        return new Figure("effort", words.With("EffortTitle", words["By_" + of]),
            UnknownMember.Is(top.Members[0]) ? words.With("EffortNone", source.Wording.Month(source.Month))
                : words.With("EffortClaim", source.Wording.Month(source.Month), top.Members[0], source.Wording.Count(top.Values[index].Denominator), source.Wording.Count(top.Values[index].Numerator), source.Text(metric, top.Values[index])),
            words[of.ToString()], words["EffortUnit"], FigureOrder.Value,
            [
                Of(Key, source.Wording.Label(metric), Mark.Solid, value => value.Value, value => source.Text(metric, value), isFound: false),
                Of("found", words["EffortFound"], Mark.TableOnly, value => value.Numerator, value => source.Wording.Count(value.Numerator), isFound: true),
                Of("visits", words["EffortVisits"], Mark.TableOnly, value => value.Denominator, value => source.Wording.Count(value.Denominator), isFound: false),
            ],
            source.Look.Notes(source.Wording.Meaning(metric), source.Value(Key)?.Denominator, source.Value(Key)?.Undeterminable))
        { Unit = MetricUnit.Ratio, Of = of, Rows = MetricRows.Of("hazards_found", source.Look.Filter), Sql = source.Sql([Key], of) };

        Series Of(string key, string label, Mark mark, Func<MetricValue, double?> number, Func<MetricValue, string> text, bool isFound) => new(key, label, mark, Palette.Blue,
        [
            .. rows.Select(row => Point.Of(source.Wording, row.Members[0], number(row.Values[index]), text(row.Values[index]),
                isFound ? new(source.Narrowed(of, row.Members[0]), HazardSet.Found) : null)),
        ]);
    }
}
