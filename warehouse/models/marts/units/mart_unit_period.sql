-- one row per grain × month × unit × community × sector × department × category × level: the columns of mart_period for each unit
-- key: grain, month, unit_key, community, sector, department, category, level
-- as: view
-- worked out when read: filter unit_key, or one grain and one month.
with
periods as (
    select
        grain,
        month,
        from_month,
        is_whole,
    from bridge_grain_month
    where is_last
),

events as (
    select
        fct_hazard.unit_key,
        fct_hazard_month.*,
    from fct_hazard_month
    join fct_hazard using (hazard_key)
    union all by name
    select
        fct_hazard.unit_key,
        fct_due.due_month as month,
        fct_due.community,
        fct_due.sector,
        fct_due.department,
        fct_due.category,
        fct_due.level,
        fct_due.variant,
        fct_due.due_judgement,
    from fct_due
    join fct_hazard using (hazard_key)
    where fct_due.due_judgement is not null
)

select
    period.grain,
    period.month,
    event.unit_key,
    event.community,
    event.sector,
    event.department,
    event.category,
    event.level,
    bool_or(period.is_whole) as is_whole,
    coalesce(sum(opening) filter (event.month = period.from_month), 0) as opening,
    coalesce(sum(found) filter (event.month >= period.from_month), 0) as found,
    coalesce(sum(reopened) filter (event.month >= period.from_month), 0) as reopened,
    coalesce(sum(closed) filter (event.month >= period.from_month), 0) as closed,
    coalesce(sum(cancelled) filter (event.month >= period.from_month), 0) as cancelled,
    coalesce(sum(transferred) filter (event.month >= period.from_month), 0) as transferred,
    coalesce(sum(closing) filter (event.month = period.month), 0) as closing,
    coalesce(sum(closed) filter (event.month >= period.from_month), 0) as rectified,
    coalesce(sum(verified) filter (event.month >= period.from_month), 0) as verified,
    coalesce(sum(found_net) filter (found_month >= period.from_month), 0) as cohort,
    coalesce(sum(found_net) filter (found_month >= period.from_month), 0) - coalesce(sum(closing) filter (event.month = period.month and found_month >= period.from_month), 0) as found_and_rectified,
    coalesce(sum(found_net), 0) as found_to_date,
    coalesce(sum(found_net), 0) - coalesce(sum(closing) filter (event.month = period.month), 0) as rectified_to_date,
    coalesce(sum(verified_net), 0) as verified_to_date,
    count(*) filter (variant = 'effective' and event.month >= period.from_month) as due,
    count(*) filter (variant = 'effective' and event.month >= period.from_month and due_judgement <> 'undeterminable') as due_judgeable,
    count(*) filter (variant = 'effective' and event.month >= period.from_month and due_judgement = 'on_time') as due_on_time,
    count(*) filter (variant = 'effective' and event.month >= period.from_month and due_judgement = 'undeterminable') as due_undeterminable,
    count(*) filter (variant = 'original' and event.month >= period.from_month) as due_original,
    count(*) filter (variant = 'original' and event.month >= period.from_month and due_judgement <> 'undeterminable') as due_original_judgeable,
    count(*) filter (variant = 'original' and event.month >= period.from_month and due_judgement = 'on_time') as due_original_on_time,
    count(*) filter (variant = 'original' and event.month >= period.from_month and due_judgement = 'undeterminable') as due_original_undeterminable,
    coalesce(sum(found_without_due) filter (event.month >= period.from_month), 0) as found_without_due,
    coalesce(sum(open_with_due) filter (event.month = period.month), 0) as open_with_due,
    coalesce(sum(overdue) filter (event.month = period.month), 0) as overdue,
    count(*) filter (days_overdue between 1 and 7 and event.month = period.month) as overdue_1_7,
    count(*) filter (days_overdue between 8 and 30 and event.month = period.month) as overdue_8_30,
    count(*) filter (days_overdue between 31 and 90 and event.month = period.month) as overdue_31_90,
    count(*) filter (days_overdue > 90 and event.month = period.month) as overdue_over_90,
from events as event
join periods as period on event.month <= period.month
group by period.grain, period.month, event.unit_key, event.community, event.sector, event.department, event.category, event.level
