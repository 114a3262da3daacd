-- one row per scoring date × question × step of probability: what was said and what came
-- key: as_of, horizon_days, question, step
select *
from raw_risk_calibration
order by as_of, horizon_days, question, step
