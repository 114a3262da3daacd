-- one row per score whose unit was visited within the horizon: what the visit found
-- key: as_of, horizon_days, unit_key, category
-- is_found: a hazard of the category was found, or found again, at the first visit after the scoring date.
with
scored as (
    select distinct
        as_of,
        horizon_days,
        unit_key,
    from fct_risk_score
),

next_visit as (
    select
        scored.as_of,
        scored.horizon_days,
        scored.unit_key,
        min(visit.visited_at_on) as outcome_on,
    from scored
    join fct_unit_visit as visit using (unit_key)
    where visit.visited_at_on > scored.as_of
      and visit.visited_at_on <= scored.as_of + scored.horizon_days
    group by all
)

select
    score.as_of,
    score.horizon_days,
    score.unit_key,
    score.category,
    next_visit.outcome_on,
    score.probability,
    list_contains(visit.categories, score.category) as is_found,
from fct_risk_score as score
join next_visit using (as_of, horizon_days, unit_key)
join fct_unit_visit as visit
    on visit.unit_key = next_visit.unit_key
    and visit.visited_at_on = next_visit.outcome_on
order by score.as_of, score.horizon_days, score.unit_key, score.category
