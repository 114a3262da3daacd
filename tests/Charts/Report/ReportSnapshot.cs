using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Warehouse.Tests.Reading;

namespace SafetyAnalytics.Charts.Tests.Report;

/// <summary>The fixture's snapshot with what only a full build has: recurrences, visits, periods, targets, a closed month that changed since, requirements, and a text that wants to be a formula.</summary>
public sealed class ReportSnapshot : IDisposable
{
    public const string Formula = "=HYPERLINK(\"http://example.org\")";

    private readonly PublishedFixture _fixture = new();

    public ReportSnapshot()
    {
        foreach (var statement in Statements.Split(";;", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) _fixture.Change(PublishedFixture.First, statement);
        Snapshot = new(Path.Combine(_fixture.Published, PublishedFixture.First));
    }

    public Snapshot Snapshot { get; }

    public void Dispose()
    {
        Snapshot.Dispose();
        _fixture.Dispose();
    }

    private const string Statements =
        """
        alter table mart_hazard add column recurrence_of varchar
        ;;
        update mart_hazard set recurrence_of = earlier.hazard_key
        from (
            select later.hazard_key as later_key, max(closed.hazard_key) as hazard_key
            from mart_hazard as later
            join mart_hazard as closed on closed.unit_key = later.unit_key and closed.category = later.category and closed.rectified_on < later.found_on
            group by all
        ) as earlier
        where mart_hazard.hazard_key = earlier.later_key
        ;;
        update mart_hazard set hazard_text = '=HYPERLINK("http://example.org")', unit_name = '𪚥记' || chr(7) || '小吃店'
        where hazard_key = (select min(hazard_key) from fct_hazard_month where month = '2024-04' and overdue > 0)
        ;;
        create table dim_period as
        select * from (values
            ('国庆节', '法定节假日', date '2023-10-01', date '2023-10-07'), ('春节', '法定节假日', date '2024-02-10', date '2024-02-17'),
            ('劳动节', '法定节假日', date '2024-05-01', date '2024-05-05'), ('冬春火灾防控', '火灾', date '2023-11-01', date '2024-03-31')
        ) as t(period, kind, starts_on, ends_on)
        ;;
        create table fct_visit as
        select unit_key, ['磁器口社区', '应急办', '金沙社区'][(hash(unit_key) % 3)::integer + 1] as submitter, found_month as month, found_on as visited_on, 1 as hazard_count from mart_hazard
        ;;
        create table mart_target as
        select * from (values
            ('2024-04', 'cumulative_rectification_rate', 'all', '', 0.9, -0.05, false), ('2024-04', 'cumulative_rectification_rate', 'community', '金沙社区', 0.95, null, null)
        ) as t(month, metric, dimension, member, target, gap, is_met)
        ;;
        create table dim_month_version as
        select '2024-03' as month, 1 as version, '2024-03' as closed_month, '2024-03-00112233aabb' as snapshot_name, 'closed' as month_state, false as is_withdrawn
        ;;
        create table mart_restatement as
        select '2024-03' as month, 1 as version, 'hazards_found' as metric, 'all' as dimension, '' as member, 20.0 as value_before, 21.0 as value_now, ['补报.xlsx'] as causes
        ;;
        create table mart_requirement as
        select '2024-04' as month, '应急办' as department, 1 as requirement_no, 'done' as state union all select '2024-04', '应急办', 2, 'not_told'
        """;
}
