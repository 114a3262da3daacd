#!/usr/bin/env dotnet
#:package DuckDB.NET.Data.Full
#:include page/NotebookPage.cs
#:include page/Drawing.cs
namespace SafetyAnalytics.Notebooks;

/// <summary>风险清单准不准？ How good was the risk list: what was found where it sent people, against its own probabilities.</summary>
internal static class RiskList
{
    private static int Main(string[] args) => NotebookPage.Write(args, "risk-list", "风险清单准不准 · How good was the risk list", page =>
    {
        if (!page.Has("mart_risk") || page.Ask("select 1 from mart_risk limit 1").Rows.Count == 0)
        {
            page.Say("这个快照里没有风险评分，所以没有什么可评的：先运行 safety score，等下一批台账来了再看。This snapshot holds no scores, so there is nothing to judge: run safety score, and look again when the next ledgers have come.");
            page.Table("已有的月份 · Months there are", "select min(month) as first_month, max(month) as last_month, count(*) as months from dim_month");
            return;
        }

        const string Judged = """
            with visits as (
                select unit_key, coalesce(visited_on, cast(month || '-01' as date)) as visited_on
                from fct_visit
            ),
            judged as (
                select
                    risk.as_of, risk.unit_key, risk.category, risk.probability,
                    exists (
                        select 1
                        from mart_hazard as hazard
                        where hazard.unit_key = risk.unit_key and hazard.category = risk.category
                          and coalesce(hazard.found_on, last_day(cast(hazard.found_month || '-01' as date))) between risk.as_of + 1 and risk.as_of + risk.horizon_days
                    ) as was_found,
                from mart_risk as risk
                where exists (select 1 from visits where visits.unit_key = risk.unit_key and visits.visited_on between risk.as_of + 1 and risk.as_of + risk.horizon_days)
            )
            """;
        var deciles = page.Table("按评分分十组：预计与实际 · By tenths of the score: foretold and found", $"""
            {Judged}
            select decile, count(*) as visited, avg(probability) as foretold, avg(was_found::integer) as found
            from (select *, ntile(10) over (order by probability) as decile from judged)
            group by decile
            order by decile
            """);
        if (deciles.Rows.Count == 0) page.Say("评分之后还没有人去过，无从判断。Nobody has been there since the scoring, so it cannot be told yet.");
        else page.Chart(Drawing.Lines("预计与实际 · Foretold and found", [.. deciles.Texts(0)], [("预计 foretold", [.. deciles.Numbers(2)]), ("实际 found", [.. deciles.Numbers(3)])]));
        page.Say("只算评分之后有人去过的单位：没去过的不是安全，是不知道。去哪里看多半受清单影响，所以这里的准确率不能直接推到别处。"
            + "Only units visited since are counted: places nobody went to are not safe, but unknown. Where people went was swayed by the list, so this does not carry over to other places.");
    });
}
