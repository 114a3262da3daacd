-- one row per unit × scoring date and horizon: a question of its own, not a sum over categories
-- key: as_of, horizon_days, unit_key
-- ranked by the number of hazards the next visit is expected to find.
select
    unit.unit_key,
    unit.unit_name,
    unit.unit_address,
    unit.as_of,
    unit.horizon_days,
    unit.probability_any,
    unit.probability_major,
    unit.expected_count,
    unit.rank,
    unit.inspected_count,
    unit.open_count,
    unit.overdue_count,
    unit.return_count,
    unit.last_visited_on,
    unit.reasons,
    unit.reasons_en,
    run.count_model as model,
from raw_risk_unit as unit
join raw_risk_run as run using (as_of, horizon_days)
order by unit.as_of, unit.horizon_days, unit.rank
