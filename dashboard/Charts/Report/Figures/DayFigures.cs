using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report.Figures;

/// <summary>Figures over days: how long rectification took, how long hazards stay away.</summary>
internal static class DayFigures
{
    /// <returns>Null when no hazard rectified in the month states both days.</returns>
    public static Figure? Rectification(FigureSource source)
    {
        var days = source.Days;
        if (days.Judged == 0) return null;
        var (median, p90) = (Days(source, days.Median), Days(source, days.P90));
        return new Figure("days-to-rectify", source.Words["Figure_days-to-rectify"], source.Words.With("Claim_days-to-rectify", source.Wording.Month(source.Month), median, p90), source.Words["Axis_days"], source.Wording.Phrases["Hazards"], FigureOrder.Own,
            [new("hazards", source.Words["Rectified_hazards"], Mark.Solid, Palette.Blue, [.. days.Bins.Select(bin => Bin(source, bin, days.BinDays))])],
            source.Look.Notes(source.Words["Definition_days"], days.Judged, days.Undeterminable))
        {
            Kind = FigureKind.Distribution,
            Rows = new(source.Look.Filter, HazardSet.Closed, Took: new(0, null)),
            Sql = source.Snapshot.RectificationDaysSql(source.Scope, source.Look.Filter, source.Month),
            Markers = [new(days.Median!.Value + 0.5, source.Words.With("Marker_median", median)), new(days.P90!.Value + 0.5, source.Words.With("Marker_p90", p90))],
        };
    }

    /// <summary>Each member's median, and the days within which nine tenths were done.</summary>
    /// <returns>Null when the snapshot does not define them, or nobody has any.</returns>
    public static Figure? ByMember(FigureSource source, Dimension dimension, MetricTable table)
    {
        if (!source.Has("days_to_rectify") || !source.Has("days_to_rectify_p90")) return null;
        var words = source.Wording.Phrases;
        var (median, p90) = (table.IndexOf("days_to_rectify"), table.IndexOf("days_to_rectify_p90"));
        var rows = table.Rows.Where(row => row.Values[median].Value is not null).OrderBy(row => UnknownMember.Is(row.Members[0])).ThenByDescending(row => row.Values[median].Value).ThenBy(row => row.Members[0], StringComparer.Create(source.Words.Culture, ignoreCase: false)).ToList();
        if (rows.Count == 0) return null;
        var whole = source.Value("days_to_rectify")!;
        return new Figure("days-by-member", words.With("DaysByTitle", words["By_" + dimension]),
            words.With("DaysByClaim", source.Wording.Month(source.Month), source.Wording.Member(rows[0].Members[0]), Days(source, rows[0].Values[median].Value), Days(source, rows[0].Values[p90].Value)),
            words[dimension.ToString()], words["Days"], FigureOrder.Value,
            [
                new("days_to_rectify", words["DaysMedian"], Mark.Solid, Palette.Blue, [.. rows.Select(row => At(row, median, isRows: true))]),
                new("days_to_rectify_p90", words["DaysP90"], Mark.Target, Palette.Vermillion, [.. rows.Select(row => At(row, p90, isRows: false))]),
                new("n", words["DaysCount"], Mark.TableOnly, Palette.Black, [.. rows.Select(row => Point.Of(source.Wording, row.Members[0], row.Values[median].N, source.Wording.Count(row.Values[median].N), null))]),
            ],
            source.Look.Notes(source.Wording.Meaning(source.Metric("days_to_rectify")), whole.N, whole.Undeterminable))
        { Unit = MetricUnit.Days, Of = dimension, Rows = new(source.Look.Filter, HazardSet.Closed, Took: new(0, null)), Sql = source.Sql(["days_to_rectify", "days_to_rectify_p90"], dimension) };

        Point At(MetricRow row, int index, bool isRows) => Point.Of(source.Wording, row.Members[0], row.Values[index].Value, Days(source, row.Values[index].Value),
            isRows ? new(source.Narrowed(dimension, row.Members[0]), HazardSet.Closed, Took: new(0, null)) : null);
    }

    /// <returns>Null when the snapshot knows no recurrences, or nothing was rectified yet.</returns>
    public static Figure? Recurrence(FigureSource source)
    {
        if (source.Recurrence is not { Steps.Count: > 1 } curve) return null;
        return new Figure("recurrence-survival", source.Words["Figure_recurrence-survival"], source.Words.With("Claim_recurrence-survival", source.Wording.Count(curve.Followed), source.Wording.Count(curve.Recurred)), source.Words["Axis_days_after"], source.Words["Unit_survival"], FigureOrder.Own,
            [
                new("survival", source.Words["Not_recurred"], Mark.Line, Palette.Blue,
                [
                    .. curve.Steps.Select(step => new Point(step.Days.ToString(System.Globalization.CultureInfo.InvariantCulture), source.Wording.Count(step.Days), source.Wording.Count(step.Days), step.Survival, source.Wording.Value(MetricUnit.Percent, step.Survival), null)
                    {
                        At = step.Days, Low = step.Low, High = step.High,
                    }),
                ]),
            ],
            source.Look.Notes(source.Words["Definition_recurrence"], curve.Followed))
        { Kind = FigureKind.SurvivalCurve, Unit = MetricUnit.Percent, Sql = source.Snapshot.RecurrenceSql(source.Scope, source.Look.Filter, source.Month) };
    }

    private static Point Bin(FigureSource source, RectificationBin bin, int width)
    {
        var label = bin.ToDays is not { } to ? source.Words.With("Bin_open", source.Wording.Count(bin.FromDays)) : to == bin.FromDays ? source.Wording.Count(to) : source.Words.With("Bin", source.Wording.Count(bin.FromDays), source.Wording.Count(to));
        return new(bin.FromDays.ToString(System.Globalization.CultureInfo.InvariantCulture), label, label, bin.Hazards, source.Wording.Count(bin.Hazards), new(source.Look.Filter, HazardSet.Closed, Took: new(bin.FromDays, bin.ToDays))) { At = bin.FromDays + (width / 2.0) };
    }

    private static string Days(FigureSource source, double? days) => source.Wording.Value(MetricUnit.Days, days);
}
