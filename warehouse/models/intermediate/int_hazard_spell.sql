-- one row per time a hazard was open, from its finding or re-opening to its closing
-- key: hazard_key, spell_number
-- days only where a ledger states them; months by the stated day, else the ledger month that first shows it, never later than that ledger.
with
spells as (
    select
        hazard_key,
        spell_number,
        arg_min(month, sighting_number) as opened_ledger_month,
        arg_min(found_on, sighting_number) as opened_on,
        min(month) filter (state_after in ('rectified', 'verified')) as closed_ledger_month,
        arg_min(rectified_on, sighting_number) filter (status in ('rectified', 'verified')) as rectified_on,
        min(month) filter (state_after = 'verified') as verified_ledger_month,
        arg_min(verified_on, sighting_number) filter (status = 'verified') as verified_on,
        min(month) filter (state_after = 'cancelled') as cancelled_month,
    from int_hazard_sighting
    group by all
),

dated as (
    select
        *,
        least(coalesce(strftime(opened_on, '%Y-%m'), opened_ledger_month), opened_ledger_month) as opened_month,
        least(coalesce(strftime(coalesce(rectified_on, verified_on), '%Y-%m'), closed_ledger_month), closed_ledger_month) as stated_closed_month,
        least(coalesce(strftime(verified_on, '%Y-%m'), verified_ledger_month), verified_ledger_month) as stated_verified_month,
    from spells
),

-- A re-opening is dated by the ledger that shows it: the first finding's day is often copied along.
ordered as (
    select
        * replace (if(spell_number = 1, opened_month, opened_ledger_month) as opened_month),
    from dated
)

select
    hazard_key,
    spell_number,
    if(spell_number = 1, opened_on, null) as found_on,
    opened_month,
    rectified_on,
    greatest(stated_closed_month, opened_month) as closed_month,
    verified_on,
    greatest(stated_verified_month, stated_closed_month, opened_month) as verified_month,
    greatest(cancelled_month, opened_month) as cancelled_month,
from ordered
