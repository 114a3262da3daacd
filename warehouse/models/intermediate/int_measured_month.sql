-- one row per month whose metrics are kept as numbers: it was closed once, or has a target
-- key: month
select month
from int_closed_month
union
select month
from int_target
