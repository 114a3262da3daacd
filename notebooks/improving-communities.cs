#!/usr/bin/env dotnet
#:package DuckDB.NET.Data.Full
#:include page/NotebookPage.cs
#:include page/Drawing.cs
namespace SafetyAnalytics.Notebooks;

/// <summary>按检查次数调整后，哪些社区在好转？ Which communities improve once inspection effort is taken into account?</summary>
internal static class ImprovingCommunities
{
    private static int Main(string[] args) => NotebookPage.Write(args, "improving-communities", "按检查次数调整，哪些社区在好转 · Improvement, adjusted for effort", page =>
    {
        page.Say("查得越多，隐患越多。这里比的是每一次检查查到几条：后一半月份除以前一半月份，小于 1 是好转；区间含 1 的，数据还说不准。"
            + "More visits find more hazards. Compared is what one visit finds: the later half of the months over the earlier half, below 1 being better; where the interval holds 1, the data cannot tell yet.");
        var ratios = page.Table("每次检查查到的隐患：后半期 ÷ 前半期 · Found per visit, later ÷ earlier", """
            with halves as (
                select month, ntile(2) over (order by month) as half
                from dim_month
            ),
            places as (
                select unit_key, mode(community) as community
                from mart_hazard
                group by all
            ),
            effort as (
                select coalesce(dim_community.community, places.community) as community, half, count(*) as visits, sum(hazard_count) as found
                from fct_visit
                join halves using (month)
                left join dim_community on dim_community.community = fct_visit.submitter
                left join places using (unit_key)
                group by all
            ),
            pairs as (
                select
                    community,
                    sum(visits) filter (half = 1) as visits_before, sum(found) filter (half = 1) as found_before,
                    sum(visits) filter (half = 2) as visits_after, sum(found) filter (half = 2) as found_after,
                from effort
                where community is not null
                group by all
            )
            select
                *,
                (found_after / visits_after) / nullif(found_before / visits_before, 0) as ratio,
                ratio * exp(-1.96 * sqrt(1 / found_before + 1 / found_after)) as low,
                ratio * exp(1.96 * sqrt(1 / found_before + 1 / found_after)) as high,
                case when high < 1 then '好转 better' when low > 1 then '变差 worse' else '说不准 cannot tell' end as verdict,
            from pairs
            where found_before > 0 and found_after > 0
            order by ratio
            """);
        page.Chart(Drawing.Bars("后半期 ÷ 前半期（小于 1 为好转） · Later ÷ earlier (below 1 is better)", [.. ratios.Texts(0)], [.. ratios.Numbers(5)]));
        page.Say("区间是两个泊松计数之比的近似 95% 区间；检查的是谁、查得多细，没有调整。The interval is the approximate 95 % one of a ratio of two Poisson counts; who inspected, and how closely, is not adjusted for.");
    });
}
