#!/usr/bin/env dotnet
#:package DuckDB.NET.Data.Full
#:include page/NotebookPage.cs
#:include page/Drawing.cs
namespace SafetyAnalytics.Notebooks;

/// <summary>谁查到什么？ Who finds what: a sender that never reports a common category may not be looking for it.</summary>
internal static class WhoFindsWhat
{
    private static int Main(string[] args) => NotebookPage.Write(args, "who-finds-what", "谁查到什么 · Who finds what", page =>
    {
        var senders = page.Table("各报送单位 · By sender", """
            select
                submitter,
                count(*) as hazards,
                count(distinct category) as categories,
                count(*) filter (level = '重大') as major,
                mode(category) as most_often,
            from (select hazard_key, category, level, unnest(submitters) as submitter from mart_hazard)
            group by submitter
            order by hazards desc, submitter
            """);
        page.Chart(Drawing.Bars("各单位报送的隐患数 · Hazards by sender", [.. senders.Texts(0)], [.. senders.Numbers(1)]));
        page.Table("查得比别人多或少的 · More, or fewer, than others find", """
            with told as (
                select category, unnest(submitters) as submitter
                from mart_hazard
                where category <> '待匹配'
            ),
            counted as (
                select submitter, category, count(*) as found
                from told
                group by all
            ),
            expected as (
                select
                    submitters.submitter,
                    categories.category,
                    coalesce(found, 0) as found,
                    submitters.total * categories.total / (select count(*) from told) as expected,
                from (select submitter, count(*) as total from told group by all) as submitters
                cross join (select category, count(*) as total from told group by all) as categories
                left join counted using (submitter, category)
            )
            select submitter, category, found, expected, (found - expected) / sqrt(expected) as residual
            from expected
            where expected >= 5
            order by abs(residual) desc, submitter, category
            limit 25
            """);
        page.Say("“应有”是假定各单位查的类别分布相同；残差的绝对值大于 2 才值得问一句。各单位管的行业本来不同，差别不等于失职。"
            + "“Expected” supposes that all find the same mix; only residuals beyond 2 are worth a question. Senders answer for different fields, so a difference is no fault.");
    });
}
