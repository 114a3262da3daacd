-- one row per hazard × day on which somebody who was there found it, or found it again
-- key: hazard_key, found_at_visit_on
-- a copied line of an old ledger is no finding: a row counts when it opens or re-opens the hazard, or states a day of its own in its ledger's month.
-- Days lie in the ledger's month, for that is when they became known; without a stated day it is the unit's last stated one of that month, else the month's end.
with
findings as (
    select
        hazard.unit_key,
        event.hazard_key,
        hazard.category,
        hazard.sector,
        hazard.community,
        event.event_number,
        event.event,
        event.month,
        event.found_on,
        cast(event.month || '-01' as date) as month_starts_on,
        event.measures_text,
        coalesce(item.level, '未填报') as level,
        hazard.is_recurrence,
    from fct_hazard_event as event
    join fct_hazard as hazard using (hazard_key)
    left join mart_ledger_item as item
        on item.file_sha256 = event.file_sha256
        and item.sheet = event.sheet
        and item.row_number = event.row_number
        and item.item_no = event.item_no
    where event.event in ('found', 'reopened')
       or strftime(event.found_on, '%Y-%m') = event.month
),

stated as (
    select
        unit_key,
        month,
        max(visited_on) as last_visited_on,
    from fct_visit
    where strftime(visited_on, '%Y-%m') = month
    group by all
),

dated as (
    select
        findings.*,
        case
            when findings.found_on is null then coalesce(stated.last_visited_on, last_day(findings.month_starts_on))
            else greatest(least(findings.found_on, last_day(findings.month_starts_on)), findings.month_starts_on)
        end as found_at_visit_on,
    from findings
    left join stated using (unit_key, month)
)

select
    unit_key,
    hazard_key,
    found_at_visit_on,
    any_value(category) as category,
    any_value(sector) as sector,
    any_value(community) as community,
    bool_or(level = '重大') as is_major,
    bool_or(event = 'reopened') or (any_value(is_recurrence) and bool_or(event_number = 1)) as is_return,
    arg_max(measures_text, event_number) as measures_text,
from dated
group by all
order by unit_key, found_at_visit_on, hazard_key
