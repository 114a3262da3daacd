using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Overview;

/// <summary>The figures made from <see cref="StockMonth"/>.</summary>
internal static class StockFigures
{
    /// <param name="current">The report month, which the sentence speaks of.</param>
    public static Figure StockAndFlow(Look look, IReadOnlyList<StockMonth> months, StockMonth current)
    {
        var words = look.Wording.Phrases;
        return new(
            "stock-and-flow",
            words.With("StockTitle", look.Wording.Month(months[0].Month), look.Wording.Month(months[^1].Month)),
            Claim(look, current),
            words["Month"],
            words["Hazards"],
            FigureOrder.Time,
            [
                Column("opening", Mark.TableOnly, Palette.Black, month => month.Opening, null),
                Column("found", Mark.Solid, Palette.Blue, month => month.Found, HazardSet.Found),
                Column("reopened", months.Any(month => month.Reopened > 0) ? Mark.Solid : Mark.TableOnly, Palette.Purple, month => month.Reopened, HazardSet.Reopened),
                Column("closed", Mark.Outlined, Palette.Green, month => month.Closed, HazardSet.Closed),
                Column("cancelled", Mark.TableOnly, Palette.Black, month => month.Cancelled, null),
                Column("transferred", Mark.TableOnly, Palette.Black, month => month.Transferred, null),
                Column("closing", Mark.Line, Palette.Black, month => month.Closing, HazardSet.Open),
            ],
            look.Notes(words["StockIdentity"], current.Closing))
        { Of = Dimension.Month, Rows = look.Rows(HazardSet.Open) };

        Series Column(string key, Mark mark, string color, Func<StockMonth, long> value, HazardSet? rows) => new(key, words["Stock_" + key], mark, color,
        [
            .. months.Select(month => new Point(
                month.Month.ToString(),
                look.Wording.Month(month.Month),
                look.Wording.Tick(month.Month),
                value(month),
                look.Wording.Count(value(month)),
                rows is { } set ? look.Rows(set, look.Filter with { Month = month.Month }) : null)),
        ]);
    }

    /// <param name="now">Has the overdue rate, whose base and definition the figure states.</param>
    public static Figure OverdueByAge(Look look, StockMonth current, MetricTable now)
    {
        var words = look.Wording.Phrases;
        var rate = now.Rows[0].Values[now.IndexOf("overdue_rate")];
        var points = current.Overdue.Select(age => new Point(age.Age.ToString(), words["Age_" + age.Age], words["Age_" + age.Age], age.Count, look.Wording.Count(age.Count), look.Rows(HazardSet.Overdue, age: age.Age)));
        var oldest = current.Overdue.Single(age => age.Age is OverdueAge.DaysOver90);
        return new(
            "overdue-by-age",
            words["OverdueTitle"],
            rate.Numerator is > 0 ? words.With("OverdueClaim", look.Wording.Month(look.Month), look.Wording.Count(rate.Numerator), look.Wording.Count(oldest.Count)) : words.With("OverdueNone", look.Wording.Month(look.Month)),
            words["Age"],
            words["Hazards"],
            FigureOrder.Own,
            [new("overdue", words["Overdue"], Mark.Solid, Palette.Vermillion, [.. points])],
            look.Notes(look.Wording.Meaning(now.Metrics[now.IndexOf("overdue_rate")]), rate.Denominator, rate.Undeterminable)) { Kind = FigureKind.Ages, Rows = look.Rows(HazardSet.Overdue) };
    }

    private static string Claim(Look look, StockMonth month)
    {
        var course = month.Closing.CompareTo(month.Opening) switch { > 0 => "StockRises", < 0 => "StockFalls", _ => "StockStays" };
        return look.Wording.Phrases.With(course, look.Wording.Month(month.Month), Flows(look.Wording, month), look.Wording.Count(month.Opening), look.Wording.Count(month.Closing));
    }

    /// <summary>Every flow that is not nought, so that the sentence adds up to the change of the stock.</summary>
    private static string Flows(Wording wording, StockMonth month)
    {
        var flows = new (string Key, long Count)[]
        {
            ("found", month.Found), ("reopened", month.Reopened), ("closed", month.Closed), ("cancelled", month.Cancelled), ("transferred", month.Transferred),
        };
        string[] named = [.. flows.Where(flow => flow.Count != 0).Select(flow => wording.Phrases.With("Flow_" + flow.Key, wording.Count(flow.Count)))];
        return named.Length == 0 ? wording.Phrases["Flow_none"] : wording.List(named);
    }
}
