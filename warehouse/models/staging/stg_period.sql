-- one row per high-risk period of one year
-- key: period_key
select
    period_key,
    cast(year as integer) as year,
    period,
    kind,
    cast(starts_on as date) as starts_on,
    cast(ends_on as date) as ends_on,
    source,
    certainty,
from seed_high_risk_periods
