-- one row per month that was ever closed × hazard that counted by its end, or was due in it
-- key: month, hazard_key
-- flows and stock are those of the month, 0 where it did not touch the hazard; …_to_date is what the hazard adds to the counts since the beginning. due_judgement only of a hazard due in that month.
with
-- A hazard's place in a month, where the months know one; else where it stands today.
moves as (
    select *
    from fct_hazard_month
    union all by name
    select
        hazard_key,
        community,
        sector,
        department,
        category,
        level,
        false as is_leaving,
    from fct_hazard
    where false
),

so_far as (
    select
        int_closed_month.month,
        moves.hazard_key,
        arg_max(moves.community, moves.month) filter (not coalesce(moves.is_leaving, false)) as community,
        arg_max(moves.sector, moves.month) filter (not coalesce(moves.is_leaving, false)) as sector,
        arg_max(moves.department, moves.month) filter (not coalesce(moves.is_leaving, false)) as department,
        arg_max(moves.category, moves.month) filter (not coalesce(moves.is_leaving, false)) as category,
        arg_max(moves.level, moves.month) filter (not coalesce(moves.is_leaving, false)) as level,
        sum(moves.opening) filter (moves.month = int_closed_month.month) as opening,
        sum(moves.found) filter (moves.month = int_closed_month.month) as found,
        sum(moves.reopened) filter (moves.month = int_closed_month.month) as reopened,
        sum(moves.closed) filter (moves.month = int_closed_month.month) as closed,
        sum(moves.cancelled) filter (moves.month = int_closed_month.month) as cancelled,
        sum(moves.closing) filter (moves.month = int_closed_month.month) as closing,
        sum(moves.verified) filter (moves.month = int_closed_month.month) as verified,
        sum(moves.found_and_rectified) filter (moves.month = int_closed_month.month) as found_and_rectified,
        sum(moves.open_with_due) filter (moves.month = int_closed_month.month) as open_with_due,
        sum(moves.overdue) filter (moves.month = int_closed_month.month) as overdue,
        sum(moves.found - moves.withdrawn) as found_to_date,
        sum(moves.verified - moves.unverified) as verified_to_date,
    from int_closed_month
    join moves on moves.month <= int_closed_month.month
    group by all
),

dues as (
    select
        int_closed_month.month,
        fct_hazard.hazard_key,
        fct_hazard.due_judgement,
    from fct_hazard
    join int_closed_month on int_closed_month.month = strftime(fct_hazard.due_on, '%Y-%m')
    where fct_hazard.due_judgement is not null
),

keys as (
    select month, hazard_key from so_far
    union
    select month, hazard_key from dues
),

files as (
    select
        keys.month,
        keys.hazard_key,
        list_sort(list(distinct event.file_sha256)) as files,
    from keys
    join fct_hazard_event as event
        on event.hazard_key = keys.hazard_key
        and event.month <= keys.month
    group by all
)

select
    keys.month,
    keys.hazard_key,
    fct_hazard.unit_key,
    mart_hazard.unit_name,
    fct_hazard.hazard_text,
    coalesce(so_far.community, fct_hazard.community) as community,
    coalesce(so_far.sector, fct_hazard.sector) as sector,
    coalesce(so_far.department, fct_hazard.department) as department,
    coalesce(so_far.category, fct_hazard.category) as category,
    coalesce(so_far.level, fct_hazard.level) as level,
    cast(coalesce(opening, 0) as integer) as opening,
    cast(coalesce(found, 0) as integer) as found,
    cast(coalesce(reopened, 0) as integer) as reopened,
    cast(coalesce(closed, 0) as integer) as closed,
    cast(coalesce(cancelled, 0) as integer) as cancelled,
    cast(coalesce(closing, 0) as integer) as closing,
    cast(coalesce(verified, 0) as integer) as verified,
    cast(coalesce(found_and_rectified, 0) as integer) as found_and_rectified,
    cast(coalesce(open_with_due, 0) as integer) as open_with_due,
    cast(coalesce(overdue, 0) as integer) as overdue,
    cast(coalesce(found_to_date, 0) as integer) as found_to_date,
    cast(coalesce(verified_to_date, 0) as integer) as verified_to_date,
    dues.due_judgement,
    coalesce(files.files, []) as files,
from keys
join fct_hazard using (hazard_key)
join mart_hazard using (hazard_key)
left join so_far using (month, hazard_key)
left join dues using (month, hazard_key)
left join files using (month, hazard_key)
