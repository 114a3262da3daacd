-- one row: the day up to which the numbers know anything, and the ledger month it falls in
-- key: as_of
-- as_of is the one asked for; else the last day of the latest settled ledger month, never later than today (least passes over a month that is not there).
with
settled as (
    select max(month) as last_month
    from read_ledger_part
    where reason is null
      and month <= strftime(getvariable('today'), '%Y-%m')
),

chosen as (
    select coalesce(
        getvariable('as_of'),
        least(last_day(cast(last_month || '-01' as date)), getvariable('today'))
    ) as as_of,
    from settled
)

select
    as_of,
    strftime(as_of, '%Y-%m') as as_of_month,
from chosen
