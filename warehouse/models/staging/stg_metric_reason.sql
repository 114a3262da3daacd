-- one row per reason why a number, or a change of one, is not there
-- key: reason
select
    reason,
    label_zh,
    label_en,
from seed_metric_reasons
