-- one row per unit × category × scoring date and horizon, ready to read
-- key: as_of, horizon_days, unit_key, category
-- probability: of finding a new, re-opened or recurrent hazard of the category, or one that is still there, at the unit's next visit within the horizon, given that somebody visits.
select
    score.unit_key,
    unit.unit_name,
    unit.unit_address,
    score.* exclude (unit_key),
from fct_risk_score as score
join raw_risk_unit as unit using (as_of, horizon_days, unit_key)
order by score.as_of, score.horizon_days, score.rank
