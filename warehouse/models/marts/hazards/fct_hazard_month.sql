-- one row per hazard × month while it is open, or when something happened to it; two in a month in which it changed its place
-- key: hazard_key, month, is_leaving
-- opening + found + reopened − closed − cancelled ± transferred = closing in every row; overdue is judged at the month's end, or at as_of if earlier.
-- The row that leaves the old place holds its opening and the transfer out; the other row holds all that happened and where it ended.
-- A hazard cancelled in the very month it was found never enters a count. A deadline counts from the month whose ledger states it.
with
-- Joined before the spells are spread over their months: a hazard has one deadline at a time however many months it stands.
dues as (
    select
        fct_due.hazard_key,
        fct_due.spell_number,
        fct_due.due_on,
        if(fct_due.due_stated_month <= int_hazard.first_ledger_month, '', fct_due.due_stated_month) as due_known_from,
    from fct_due
    join int_hazard using (hazard_key)
    where fct_due.variant = 'effective'
),

counted_spells as (
    select
        spell.*,
        min(cancelled_month) over (partition by hazard_key) as hazard_cancelled_month,
        lag(verified_month) over spells_of_hazard is not null as was_verified,
        min(opened_month) over (partition by hazard_key) as found_month,
        last_value(dues.due_on ignore nulls) over spells_of_hazard as due_on,
        last_value(dues.due_known_from ignore nulls) over spells_of_hazard as due_known_from,
    from int_hazard_spell as spell
    left join dues using (hazard_key, spell_number)
    window spells_of_hazard as (
        partition by hazard_key
        order by spell_number
    )
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
        any_value(found_month) as found_month,
        arg_max(if(due_known_from <= month, due_on, null), spell_number) as due_on,
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

-- A hazard that moves before it is first counted has only ever been in its later place.
transfers as (
    select
        place.hazard_key,
        place.from_month as month,
        dim_month.measured_on,
        lives.found_month,
    from int_hazard_place as place
    join (
        select
            hazard_key,
            any_value(found_month) as found_month,
            any_value(hazard_cancelled_month) as cancelled_month,
        from spells
        group by all
    ) as lives using (hazard_key)
    join dim_month on dim_month.month = place.from_month
    where place.from_month > lives.found_month
      and (lives.cancelled_month is null or lives.cancelled_month >= place.from_month)
),

-- how many verifications stand when a month begins in which a hazard moves or is withdrawn
standing as (
    select
        touched.hazard_key,
        touched.month,
        coalesce(sum(moves.verified - moves.unverified), 0) as verified_before,
    from (
        select hazard_key, month from transfers
        union
        select hazard_key, month from moves where withdrawn > 0
    ) as touched
    left join moves
        on moves.hazard_key = touched.hazard_key
        and moves.month < touched.month
    group by all
),

all_moves as (
    select
        *,
        opening + found + reopened - closed - cancelled as closing,
    from moves
    union all by name
    select
        *,
        0 as opening,
        0 as found,
        0 as reopened,
        0 as closed,
        0 as cancelled,
        0 as verified,
        0 as unverified,
        0 as withdrawn,
        0 as closing,
    from transfers
    anti join moves using (hazard_key, month)
),

arriving as (
    select
        all_moves.* replace (if(transfers.month is null, opening, 0) as opening),
        false as is_leaving,
        if(transfers.month is null, 0, opening) as transferred,
        found - withdrawn + if(transfers.month is null, 0, 1) as found_net,
        if(withdrawn > 0, -coalesce(verified_before, 0), verified - unverified) + if(transfers.month is null, 0, verified_before) as verified_net,
    from all_moves
    left join transfers using (hazard_key, month)
    left join standing using (hazard_key, month)
),

leaving as (
    select
        transfers.hazard_key,
        transfers.month,
        transfers.found_month,
        true as is_leaving,
        coalesce(moves.opening, 0) as opening,
        0 as found,
        0 as reopened,
        0 as closed,
        0 as cancelled,
        -coalesce(moves.opening, 0) as transferred,
        0 as closing,
        0 as verified,
        0 as unverified,
        0 as withdrawn,
        -1 as found_net,
        -standing.verified_before as verified_net,
    from transfers
    left join moves using (hazard_key, month)
    join standing using (hazard_key, month)
),

rows_in_place as (
    select
        arriving.*,
        place.* exclude (hazard_key),
    from arriving
    join int_hazard_place as place
        on place.hazard_key = arriving.hazard_key
        and arriving.month >= place.from_month
        and (place.until_month is null or arriving.month < place.until_month)
    union all by name
    select
        leaving.*,
        place.* exclude (hazard_key),
    from leaving
    join int_hazard_place as place
        on place.hazard_key = leaving.hazard_key
        and place.until_month = leaving.month
)

select
    hazard_key,
    month,
    is_leaving,
    found_month,
    community,
    sector,
    department,
    category,
    level,
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
    cast(found_net as integer) as found_net,
    cast(verified_net as integer) as verified_net,
    cast(if(closing = 0, found, 0) as integer) as found_and_rectified,
    cast(if(due_on is null, found, 0) as integer) as found_without_due,
    cast(if(due_on is not null, closing, 0) as integer) as open_with_due,
    cast(if(due_on < measured_on, closing, 0) as integer) as overdue,
    if(due_on < measured_on and closing > 0, cast(measured_on - due_on as integer), null) as days_overdue,
from rows_in_place
order by month, hazard_key, is_leaving desc
