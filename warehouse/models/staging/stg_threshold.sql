-- one row per setting a number depends on
-- key: threshold
select
    threshold,
    value,
from seed_thresholds
