-- one row per unit × category × scoring date and horizon
-- key: as_of, horizon_days, unit_key, category
-- earlier dates stay as they were said then.
select
    score.as_of,
    score.horizon_days,
    score.unit_key,
    score.category,
    score.probability,
    score.smoothed_rate,
    score.rank,
    score.inspected_count,
    score.is_candidate_by_history,
    score.reasons,
    score.reasons_en,
    run.pair_model as model,
from raw_risk_score as score
join raw_risk_run as run using (as_of, horizon_days)
order by score.as_of, score.horizon_days, score.rank
