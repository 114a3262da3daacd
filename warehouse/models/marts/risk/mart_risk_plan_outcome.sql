-- one row per check plan × order × part: what the listed units turned out to be
-- key: plan_key, order_name, part
-- part: all, chosen, random. Places drawn by lot are reported apart: they teach, they were not chosen for their score.
with
items as (
    select
        *,
        'all' as part,
    from mart_risk_plan
    union all
    select
        *,
        if(is_random, 'random', 'chosen') as part,
    from mart_risk_plan
    where order_name = 'plan'
)

select
    plan_key,
    order_name,
    part,
    any_value(period) as period,
    any_value(starts_on) as starts_on,
    any_value(ends_on) as ends_on,
    cast(count(*) as integer) as unit_count,
    cast(count(first_visited_on) as integer) as visited_count,
    cast(count(*) filter (hazard_count > 0) as integer) as found_count,
    cast(sum(hazard_count) as integer) as hazard_count,
    cast(sum(major_count) as integer) as major_count,
    sum(hazard_count) / nullif(count(first_visited_on), 0) as hazards_per_visited,
from items
group by all
order by plan_key, order_name, part
