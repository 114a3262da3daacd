-- one row per reason why a number, or a change of one, is not there
-- key: reason
-- shown beside the dash.
select *
from stg_metric_reason
order by reason
