using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report.Figures;

/// <summary>Figures over days: how long rectification took, how long hazards stay away.</summary>
internal static class DayFigures
{
    /// <returns>Null when no hazard rectified in the month states both days.</returns>
    public static Figure? Rectification(ReportSource source)
    {
        var days = source.Days;
        if (days.Judged == 0) return null;
        var (median, p90) = (Days(source, days.Median), Days(source, days.P90));
        return new Figure("days-to-rectify", source.Words["Figure_days-to-rectify"], source.Words.With("Claim_days-to-rectify", source.Wording.Month(source.Month), median, p90), source.Words["Axis_days"], source.Wording.Phrases["Hazards"], FigureOrder.Own,
            [new("hazards", source.Words["Rectified_hazards"], Mark.Solid, Palette.Blue, [.. days.Bins.Select(bin => Bin(source, bin, days.BinDays))])],
            source.Look.Notes(source.Words["Definition_days"], days.Judged, days.Undeterminable))
        {
            Kind = FigureKind.Distribution,
            Markers = [new(days.Median!.Value + 0.5, source.Words.With("Marker_median", median)), new(days.P90!.Value + 0.5, source.Words.With("Marker_p90", p90))],
        };
    }

    /// <returns>Null when the snapshot knows no recurrences, or nothing was rectified yet.</returns>
    public static Figure? Recurrence(ReportSource source)
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
        { Kind = FigureKind.SurvivalCurve, Unit = MetricUnit.Percent };
    }

    private static Point Bin(ReportSource source, RectificationBin bin, int width)
    {
        var label = bin.ToDays is not { } to ? source.Words.With("Bin_open", source.Wording.Count(bin.FromDays)) : to == bin.FromDays ? source.Wording.Count(to) : source.Words.With("Bin", source.Wording.Count(bin.FromDays), source.Wording.Count(to));
        return new(bin.FromDays.ToString(System.Globalization.CultureInfo.InvariantCulture), label, label, bin.Hazards, source.Wording.Count(bin.Hazards), null) { At = bin.FromDays + (width / 2.0) };
    }

    private static string Days(ReportSource source, double? days) => source.Wording.Value(MetricUnit.Days, days);
}
