-- one row per high-risk period of one year
-- key: period_key
select *
from stg_period
order by starts_on, period_key
