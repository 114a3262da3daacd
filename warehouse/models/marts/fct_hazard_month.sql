-- one row per hazard × month while it is open, or when something happened to it
-- key: hazard_key, month
-- opening + found + reopened − closed − cancelled ± transferred = closing in every row; overdue is judged at the month's end, or at as_of if earlier.
-- A hazard cancelled in the very month it was found never enters a count.
with
-- Joined before the spells are spread over their months: a hazard has one due day however many months it stands.
dues as (
    select
        hazard_key,
        due_on,
    from fct_hazard
),

counted_spells as (
    select
        spell.*,
        min(cancelled_month) over (partition by hazard_key) as hazard_cancelled_month,
        lag(verified_month) over (partition by hazard_key order by spell_number) is not null as was_verified,
        min(opened_month) over (partition by hazard_key) as found_month,
        dues.due_on,
    from int_hazard_spell as spell
    join dues using (hazard_key)
),

spells as (
    select
        *,
        cancelled_month is not null and (closed_month is null or cancelled_month <= closed_month) as is_cancelled_open,
        if(
            cancelled_month is not null and (closed_month is null or cancelled_month <= closed_month),
            cancelled_month,
            closed_month
        ) as ended_month,
    from counted_spells
    where hazard_cancelled_month is null
       or hazard_cancelled_month > found_month
),

months as (
    select
        spells.*,
        dim_month.month,
        dim_month.measured_on,
    from spells
    join dim_month
        on (
            dim_month.month >= spells.opened_month
            and (spells.ended_month is null or dim_month.month <= spells.ended_month)
        )
        or dim_month.month = spells.verified_month
        or dim_month.month = spells.cancelled_month
),

moves as (
    select
        hazard_key,
        month,
        any_value(measured_on) as measured_on,
        any_value(due_on) as due_on,
        count(*) filter (opened_month < month and (ended_month is null or ended_month >= month)) as opening,
        count(*) filter (spell_number = 1 and opened_month = month) as found,
        count(*) filter (spell_number > 1 and opened_month = month) as reopened,
        count(*) filter (not is_cancelled_open and ended_month = month) as closed,
        count(*) filter (is_cancelled_open and ended_month = month) as cancelled,
        count(*) filter (verified_month = month) as verified,
        count(*) filter (was_verified and opened_month = month) as unverified,
        max(if(cancelled_month = month, 1, 0)) as withdrawn,
    from months
    group by hazard_key, month
),

balanced as (
    select
        moves.*,
        0 as transferred,
        opening + found + reopened - closed - cancelled as closing,
    from moves
)

select
    balanced.hazard_key,
    balanced.month,
    cast(opening as integer) as opening,
    cast(found as integer) as found,
    cast(reopened as integer) as reopened,
    cast(closed as integer) as closed,
    cast(cancelled as integer) as cancelled,
    cast(transferred as integer) as transferred,
    cast(closing as integer) as closing,
    cast(verified as integer) as verified,
    cast(unverified as integer) as unverified,
    cast(withdrawn as integer) as withdrawn,
    cast(if(closing = 0, found, 0) as integer) as found_and_rectified,
    cast(if(due_on is not null, closing, 0) as integer) as open_with_due,
    cast(if(due_on < measured_on, closing, 0) as integer) as overdue,
    if(due_on < measured_on and closing > 0, cast(measured_on - due_on as integer), null) as days_overdue,
from balanced
order by hazard_key, month
