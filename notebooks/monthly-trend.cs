#!/usr/bin/env dotnet
#:package DuckDB.NET.Data.Full
#:include page/NotebookPage.cs
#:include page/Drawing.cs
namespace SafetyAnalytics.Notebooks;

/// <summary>逐月趋势，以重点时段为底：是不是好起来了？ Is it getting better, and what do high-risk periods do?</summary>
internal static class MonthlyTrend
{
    private static int Main(string[] args) => NotebookPage.Write(args, "monthly-trend", "逐月趋势与重点时段 · Months and high-risk periods", page =>
    {
        var months = page.Table("各月 · Months", $"""
            select
                month,
                {page.Metric("hazards_found")} as hazards_found,
                {page.Metric("open_stock")} as open_stock,
                {page.Metric("rectified_in_month")} as rectified_in_month,
                {page.Metric("on_time_rate")} as on_time_rate,
                {page.Metric("overdue_rate")} as overdue_rate,
            from mart_month
            group by month
            order by month
            """);
        var bands = page.Table("重点时段 · High-risk periods", """
            select
                period,
                starts_on,
                ends_on,
                (select count(*) from dim_month where ends_on < dim_period.starts_on)::integer as first_month,
                (select count(*) from dim_month where starts_on <= dim_period.ends_on)::integer - 1 as last_month,
                certainty,
            from dim_period
            where exists (select 1 from dim_month where dim_month.starts_on <= dim_period.ends_on and dim_month.ends_on >= dim_period.starts_on)
            order by starts_on, period
            """);
        string[] labels = [.. months.Texts(0)];
        page.Chart(Drawing.Lines(
            "新增、整改、期末存量（底色：重点时段） · Found, rectified, open (shaded: high-risk periods)",
            labels,
            [("新增 found", [.. months.Numbers(1)]), ("整改 rectified", [.. months.Numbers(3)]), ("期末存量 open", [.. months.Numbers(2)])],
            [.. bands.Rows.Select(band => ((int)band[3]!, (int)band[4]!, (string)band[0]!))]));
        page.Chart(Drawing.Lines("按期整改率与逾期率 · On time and overdue, as shares", labels, [("按期 on time", [.. months.Numbers(4)]), ("逾期 overdue", [.. months.Numbers(5)])]));
        page.Say("比率是小数；没有分母的月份断开，不画成 0。Shares are fractions; a month with nothing to divide by is a gap, not nought.");
    });
}
