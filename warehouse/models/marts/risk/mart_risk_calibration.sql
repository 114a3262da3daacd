-- one row per scoring date × question × step of probability: what was said and what came
-- key: as_of, horizon_days, question, step
-- observed_low, observed_high: Wilson's 95 % interval of the share that came true.
select
    calibration.*,
    wilson_low(observed * example_count, example_count) as observed_low,
    wilson_high(observed * example_count, example_count) as observed_high,
from raw_risk_calibration as calibration
order by as_of, horizon_days, question, step
