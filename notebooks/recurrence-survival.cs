#!/usr/bin/env dotnet
#:package DuckDB.NET.Data.Full
#:include page/NotebookPage.cs
#:include page/Drawing.cs
namespace SafetyAnalytics.Notebooks;

/// <summary>整改之后多久又出同类隐患？ After a closing, how long until a hazard of the same kind comes back?</summary>
internal static class RecurrenceSurvival
{
    private static int Main(string[] args) => NotebookPage.Write(args, "recurrence-survival", "整改后多久复发 · How long until it comes back", page =>
    {
        page.Say("从整改日起，同一单位、同一类别的下一条新隐患算复发；还没等到的按截止日截尾（Kaplan–Meier）。只用写明了日期的隐患，其余不可判定。"
            + "From the day of rectification, the next new hazard of the same unit and category is a recurrence; those still waiting are censored at the as-of day (Kaplan–Meier). Only hazards with stated days are used, the others cannot be judged.");
        const string Closings = """
            with closings as (
                select closing.hazard_key, closing.category, closing.rectified_on, min(next.found_on) as next_on, any_value(as_of.day) as as_of
                from mart_hazard as closing
                cross join (select max(measured_on) as day from dim_month) as as_of
                left join mart_hazard as next
                    on next.unit_key = closing.unit_key and next.category = closing.category and next.hazard_key <> closing.hazard_key and next.found_on > closing.rectified_on
                where closing.rectified_on is not null and closing.category <> '待匹配' and closing.rectified_on <= as_of.day
                group by all
            ),
            waits as (
                select category, coalesce(least(next_on, as_of), as_of) - rectified_on as days, next_on <= as_of and next_on is not null as came_back
                from closings
            )
            """;
        var largest = page.Table("整改最多的四类 · The four categories closed most", $"{Closings}\nselect category, count(*) as closed, count(*) filter (came_back) as came_back, median(days) filter (came_back) as median_days from waits group by category order by closed desc, category limit 4");
        var curves = page.Ask($"""
            {Closings},
            counted as (
                select category, days, count(*) filter (came_back) as came, count(*) as gone
                from waits
                group by all
            ),
            at_risk as (
                select category, days, came, sum(gone) over (partition by category order by days rows between current row and unbounded following) as at_risk
                from counted
            )
            select category, days::double as days, exp(sum(ln(greatest(1 - came / at_risk, 1e-12))) over (partition by category order by days)) as free_so_far
            from at_risk
            where came > 0
            order by category, days
            """);
        page.Chart(Drawing.Steps("尚未复发的比例，按整改后天数 · Share still free of recurrence, by days since", 360,
            [.. largest.Texts(0).Select(category => (category, (IReadOnlyList<(double, double)>)[.. curves.Rows.Where(row => (string)row[0]! == category).Select(row => ((double)row[1]!, (double)row[2]!))]))]));
    });
}
