-- one row per day off by public holiday, or working day made up for one
-- key: date
select
    cast(date as date) as date,
    name as holiday,
    kind,
from seed_holidays
