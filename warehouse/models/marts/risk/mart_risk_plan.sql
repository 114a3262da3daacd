-- one row per check plan × unit listed, with what became of it
-- key: plan_key, order_name, unit_key
-- scores are those of the plan's day; null for a place of the roster that no ledger names. order_name: plan, or hazards_per_visit, the naive order it is held against. Visits count from the day after as_of to the last day of the period.
select
    item.plan_key,
    item.order_name,
    item.place,
    plan.period,
    plan.starts_on,
    plan.ends_on,
    plan.certainty,
    plan.as_of,
    plan.horizon_days,
    item.unit_key,
    item.unit_name,
    item.unit_address,
    item.department,
    item.community,
    item.reasons as plan_reasons,
    item.is_random,
    item.expected_count,
    item.look_for,
    scored.probability_any,
    scored.probability_major,
    scored.inspected_count,
    scored.last_visited_on,
    scored.reasons,
    scored.reasons_en,
    min(visit.visited_at_on) as first_visited_on,
    cast(coalesce(sum(visit.hazard_count), 0) as integer) as hazard_count,
    cast(coalesce(sum(visit.major_count), 0) as integer) as major_count,
from raw_risk_plan_item as item
join raw_risk_plan as plan using (plan_key)
left join raw_risk_unit as scored
    on scored.as_of = plan.as_of
    and scored.horizon_days = plan.horizon_days
    and scored.unit_key = item.unit_key
left join fct_unit_visit as visit
    on visit.unit_key = item.unit_key
    and visit.visited_at_on > plan.as_of
    and visit.visited_at_on <= plan.ends_on
group by all
order by plan_key, order_name, place
