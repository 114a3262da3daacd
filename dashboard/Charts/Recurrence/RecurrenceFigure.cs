using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Recurrence;

/// <summary>How many hazards came back, by the members of one dimension, the rates and their bases in the table: ranked by count, because the rate of a few says little.</summary>
internal static class RecurrenceFigure
{
    /// <param name="whole">The slice's own numbers, for what is stated beside the picture.</param>
    /// <returns>Null when nothing could be judged.</returns>
    public static Figure? Make(FigureSource source, Dimension by, Filter slice, MetricTable table, MetricTable whole)
    {
        var words = source.Wording.Phrases;
        var (index, rebound) = (table.IndexOf("recurrence_rate_90"), table.IndexOf("rebound_rate"));
        var rows = table.Rows.Where(row => row.Values[index].Denominator is > 0)
            .OrderBy(row => UnknownMember.Is(row.Members[0])).ThenByDescending(row => row.Values[index].Numerator).ThenByDescending(row => row.Values[index].Value).ThenBy(row => row.Members[0], StringComparer.Create(words.Culture, ignoreCase: false)).ToList();
        if (rows.Count == 0) return null;
        var total = whole.Rows[0].Values[whole.IndexOf("recurrence_rate_90")];
        var notes = source.Look.Notes(source.Wording.Meaning(source.Metric("recurrence_rate_90")), total.Denominator, total.Undeterminable);
        return new Figure("recurrence-by-" + (by is Dimension.CorrectiveAction ? "action" : by.ToString().ToLowerInvariant()), words.With("RecurByTitle", words["By_" + by]), Claim(source, rows, index), words[by.ToString()], words["RecurUnit"], FigureOrder.Value,
            [
                Column("recurred", words["RecurCount"], Mark.Solid, row => (row.Values[index].Numerator, source.Wording.Count(row.Values[index].Numerator)), isRows: true),
                Column("recurrence_rate_90", words["RecurRate"], Mark.TableOnly, row => (row.Values[index].Value, source.Wording.Ratio(row.Values[index]))),
                Column("judged", words["RecurBase"], Mark.TableOnly, row => (row.Values[index].Denominator, source.Wording.Count(row.Values[index].Denominator))),
                Column("undeterminable", words["RecurLeft"], Mark.TableOnly, row => (row.Values[index].Undeterminable, source.Wording.Count(row.Values[index].Undeterminable))),
                Column("rebound_rate", words["RecurRebound"], Mark.TableOnly, row => (row.Values[rebound].Value, source.Wording.Ratio(row.Values[rebound]))),
            ],
            notes with { Filters = words.With("SpanFilters", source.Look.Slice, source.Wording.Month(slice.From!.Value), source.Wording.Month(slice.To!.Value)) })
        {
            Of = by is Dimension.CorrectiveAction ? null : by,
            Rows = new(slice, HazardSet.Recurred),
            Sql = source.Snapshot.MeasureSql(source.Scope, new(["recurrence_rate_90", "rebound_rate"], [by], slice) { IsPooled = true }),
        };

        Series Column(string key, string label, Mark mark, Func<MetricRow, (double? Value, string Text)> number, bool isRows = false) => new(key, label, mark, Palette.Vermillion,
        [
            .. rows.Select(row => Point.Of(source.Wording, row.Members[0], number(row).Value, number(row).Text, isRows ? Rows(slice, by, row.Members[0]) : null)),
        ]);
    }

    private static HazardSelection Rows(Filter slice, Dimension by, string member) => by is Dimension.CorrectiveAction
        ? new(slice, HazardSet.Recurred, After: member)
        : new(MetricRows.Narrowed(slice, by, member), HazardSet.Recurred);

    private static string Claim(FigureSource source, IReadOnlyList<MetricRow> rows, int index)
    {
        var top = rows.FirstOrDefault(row => !UnknownMember.Is(row.Members[0]));
        return top?.Values[index].Numerator is > 0
            ? source.Wording.Phrases.With("RecurByClaim", top.Members[0], source.Wording.Count(top.Values[index].Numerator), source.Wording.Ratio(top.Values[index]))
            : source.Wording.Phrases["RecurByNone"];
    }
}
