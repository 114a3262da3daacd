-- one row per month × version that knows it: version 0 is what is known now, each other version a closing
-- key: month, version
-- A version holds the month it closed and the twelve before it, all as known at that closing. is_provisional: nobody had closed that month yet. month_state (open, closed, reopened) is today's.
with
versions as (
    select *
    from raw_frozen_version
    where not is_empty
),

closings as (
    select
        versions.version,
        versions.month as version_month,
        versions.closed_at,
        versions.snapshot_name,
        versions.as_of,
        decision.shown_who as closed_by,
        decision.is_undone as is_withdrawn,
        row_number() over (
            partition by versions.month
            order by versions.version
        ) as closing_number,
    from versions
    join read_decision as decision using (decision_id)
),

held as (
    select distinct version, month
    from raw_frozen_month
    union
    select version, version_month as month
    from closings
),

states as (
    select
        dim_month.month,
        case
            when int_closed_month.month is null then 'open'
            when int_closed_month.is_closed and dim_month.month in (select version_month from closings) then 'closed'
            when dim_month.month in (select version_month from closings) then 'reopened'
            else 'open'
        end as month_state,
    from dim_month
    left join int_closed_month using (month)
),

frozen as (
    select
        held.month,
        held.version,
        closings.version_month,
        if(held.month = closings.version_month, closings.closing_number, null) as closing_number,
        closings.closed_at,
        closings.closed_by,
        closings.is_withdrawn,
        closings.snapshot_name,
        closings.as_of,
        not exists (
            from closings as earlier
            where earlier.version_month = held.month
              and earlier.version <= held.version
        ) as is_provisional,
    from held
    join closings using (version)
),

known as (
    select
        states.month,
        0 as version,
        int_as_of.as_of,
        states.month_state <> 'closed' as is_provisional,
        false as is_withdrawn,
    from states
    cross join int_as_of
),

all_versions as (
    select * from known
    union all by name
    select * from frozen
)

select
    all_versions.month,
    cast(all_versions.version as integer) as version,
    all_versions.version_month,
    cast(all_versions.closing_number as integer) as closing_number,
    all_versions.closed_at,
    all_versions.closed_by,
    all_versions.is_withdrawn,
    all_versions.snapshot_name,
    all_versions.as_of,
    all_versions.is_provisional,
    coalesce(states.month_state, 'open') as month_state,
from all_versions
left join states using (month)
order by month, version
