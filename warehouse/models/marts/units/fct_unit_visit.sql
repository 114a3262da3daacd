-- one row per unit × day on which somebody was there, whoever it was and whatever was found
-- key: unit_key, visited_at_on
-- a visit without a stated day is the unit's last stated one of its ledger month, else stands on the month's last day.
with
visits as (
    select
        unit_key,
        month,
        visited_on,
        cast(month || '-01' as date) as month_starts_on,
        max(visited_on) filter (strftime(visited_on, '%Y-%m') = month) over (partition by unit_key, month) as last_visited_on,
    from fct_visit
),

dated as (
    select
        unit_key,
        case
            when visited_on is null then coalesce(last_visited_on, last_day(month_starts_on))
            else greatest(least(visited_on, last_day(month_starts_on)), month_starts_on)
        end as visited_at_on,
        strftime(visited_on, '%Y-%m') = month as is_day_stated,
    from visits
    union all
    select
        unit_key,
        found_at_visit_on,
        null as is_day_stated,
    from fct_finding
),

days as (
    select
        unit_key,
        visited_at_on,
        coalesce(bool_or(is_day_stated), false) as is_day_stated,
    from dated
    group by all
),

found as (
    select
        unit_key,
        found_at_visit_on,
        list_sort(list(distinct category)) as categories,
        count(*) as hazard_count,
        count(*) filter (is_major) as major_count,
    from fct_finding
    group by all
)

select
    days.unit_key,
    days.visited_at_on,
    days.is_day_stated,
    cast(coalesce(found.hazard_count, 0) as integer) as hazard_count,
    cast(coalesce(found.major_count, 0) as integer) as major_count,
    coalesce(found.categories, cast([] as varchar[])) as categories,
from days
left join found
    on found.unit_key = days.unit_key
    and found.found_at_visit_on = days.visited_at_on
order by unit_key, visited_at_on
