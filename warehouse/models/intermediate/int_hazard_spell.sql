-- one row per time a hazard was open, from its finding or re-opening to its closing
-- key: hazard_key, spell_number
-- days only where a ledger or a decision states them; months by the stated day, else the month that first shows it, never later than that.
with
tellings as (
    select
        hazard_key,
        spell_number,
        sighting_number as step,
        month,
        state_after,
        status,
        found_on,
        rectified_on,
        verified_on,
    from int_hazard_sighting

    union all by name

    select
        hazard_key,
        spell_number,
        step,
        month,
        state_after,
        state_after as status,
        if(kind = 'hazard_rectify', happened_on, null) as rectified_on,
        if(kind = 'hazard_verify', happened_on, null) as verified_on,
    from int_hazard_decision
    where step is not null
),

spells as (
    select
        hazard_key,
        spell_number,
        arg_min(month, step) as opened_ledger_month,
        arg_min(found_on, step) as opened_on,
        min(month) filter (state_after in ('rectified', 'verified')) as closed_ledger_month,
        arg_min(rectified_on, step) filter (status in ('rectified', 'verified')) as rectified_on,
        min(month) filter (state_after = 'verified') as verified_ledger_month,
        arg_min(verified_on, step) filter (status = 'verified') as verified_on,
        min(month) filter (state_after = 'cancelled') as cancelled_ledger_month,
    from tellings
    group by all
),

-- A re-opening is dated by the ledger that shows it: the first finding's day is often copied along.
opened as (
    select
        *,
        if(
            spell_number = 1 and opened_on is not null,
            least(strftime(opened_on, '%Y-%m'), opened_ledger_month),
            opened_ledger_month
        ) as opened_month,
    from spells
),

-- least and greatest pass over nulls: a month that is not there must stay absent.
closed as (
    select
        *,
        case
            when closed_ledger_month is not null then greatest(
                least(coalesce(strftime(coalesce(rectified_on, verified_on), '%Y-%m'), closed_ledger_month), closed_ledger_month),
                opened_month
            )
        end as closed_month,
    from opened
)

select
    hazard_key,
    spell_number,
    if(spell_number = 1, opened_on, null) as found_on,
    opened_month,
    if(closed_month is null, null, rectified_on) as rectified_on,
    closed_month,
    if(verified_ledger_month is null, null, verified_on) as verified_on,
    case
        when verified_ledger_month is not null then greatest(
            least(coalesce(strftime(verified_on, '%Y-%m'), verified_ledger_month), verified_ledger_month),
            closed_month
        )
    end as verified_month,
    case
        when cancelled_ledger_month is not null then greatest(cancelled_ledger_month, opened_month)
    end as cancelled_month,
from closed
