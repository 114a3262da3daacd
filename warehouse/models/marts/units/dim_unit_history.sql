-- one row per unit and period in which its name, its door and who runs it stayed the same
-- key: unit_key, period_number
-- never overwritten: a change the ledgers bear out begins another period. Who runs it is not published, only that it changed.
select
    unit_key,
    period_number,
    unit_name,
    unit_address,
    valid_from,
    valid_to,
    changes,
from linked_unit_period
order by
    unit_key,
    period_number
