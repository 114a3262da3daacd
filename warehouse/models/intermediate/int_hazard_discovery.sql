-- one row per hazard whose day of finding no ledger states: the days between which it was found
-- key: hazard_key
-- found after the month of that submitter's last ledger without it (null: there was none before), not later than the month of its first ledger with it.
with
first_tellings as (
    select
        hazard_key,
        arg_min(submitter, sighting_number) as submitter,
        min(month) as month,
    from int_hazard_sighting
    group by all
    having count(found_on) = 0
),

ledgers as (
    select distinct
        submitter,
        month,
    from int_ledger_part
    where is_current
),

placed as (
    select
        first_tellings.hazard_key,
        first_tellings.month,
        ledgers.month as month_before,
    from first_tellings
    asof left join ledgers
        on ledgers.submitter = first_tellings.submitter
        and first_tellings.month > ledgers.month
)

select
    placed.hazard_key,
    last_day(cast(placed.month_before || '-01' as date)) as found_after,
    least(last_day(cast(placed.month || '-01' as date)), int_as_of.as_of) as found_before,
from placed
cross join int_as_of
