-- one row per high-risk period × day in it
-- key: period_key, date
-- periods overlap: a day may belong to several, so that counting over this bridge counts it several times.
select
    period_key,
    cast(unnest(generate_series(starts_on, ends_on, interval 1 day)) as date) as date,
from stg_period
order by period_key, date
