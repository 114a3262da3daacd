#!/usr/bin/env dotnet
#:package DuckDB.NET.Data.Full
#:include page/NotebookPage.cs
#:include page/Drawing.cs
namespace SafetyAnalytics.Notebooks;

/// <summary>哪里说整改了，却没有人验收？ Where is rectification claimed but not verified?</summary>
internal static class ClaimedNotVerified
{
    private static int Main(string[] args) => NotebookPage.Write(args, "claimed-not-verified", "说整改了，没验收 · Claimed, not verified", page =>
    {
        var gaps = page.Table("各科室 · By department", """
            select
                department,
                count(*) as rectified,
                count(*) filter (status = 'verified') as verified,
                count(*) filter (status = 'rectified') as only_claimed,
                count(*) filter (status = 'rectified') / count(*) as share_only_claimed,
            from mart_hazard
            where status in ('rectified', 'verified')
            group by department
            order by only_claimed desc, department
            """);
        page.Chart(Drawing.Bars("只说整改、没有验收的隐患数 · Hazards only claimed to be rectified", [.. gaps.Texts(0)], [.. gaps.Numbers(3)]));
        var months = page.Table("等了多久 · How long they have waited", """
            select
                rectified_month,
                count(*) as only_claimed,
                count(*) filter (level = '重大') as major,
            from mart_hazard
            where status = 'rectified'
            group by all
            order by rectified_month
            """);
        page.Chart(Drawing.Lines("按整改月份：仍未验收的 · By month of rectification: still unverified", [.. months.Texts(0)], [("未验收 unverified", [.. months.Numbers(1)]), ("其中重大 major", [.. months.Numbers(2)])]));
        page.Table("最久的二十条 · The twenty that wait longest", """
            select rectified_month, rectified_on, department, unit_name, hazard_text, first_file, first_sheet, first_row
            from mart_hazard
            where status = 'rectified'
            order by rectified_month, rectified_on nulls last, hazard_key
            limit 20
            """);
        page.Say($"销号率的定义是 {page.Metric("verified_rate")}，与总览同一口径。The verified rate is {page.Metric("verified_rate")}, as on the overview.");
    });
}
