-- one row per thing that a step says happened to its hazard, in the order of the hazard's life
-- key: hazard_key, step, event
-- a sighting always says one of found, carried_over, reopened, repeated or seen_in_other_ledger, and beyond that what is new in it.
-- A re-opening happened on the stated day of finding only if that lies in the month: the first finding's day is often copied along.
-- A deadline or department has changed when the same submitter states another one than before: two submitters may well differ.
with
tellings as (
    select
        hazard_key,
        sighting_number as step,
        spell_number,
        month,
        submitter,
        relation,
        status,
        state_after,
        found_on,
        rectified_on,
        verified_on,
        due_on,
        escalated_to,
        if(department_origin = 'stated', departments[1], null) as department,
        true as is_told_by_row,
    from int_hazard_sighting

    union all by name

    -- What a person decided, no later row tells anew.
    select
        hazard_key,
        step,
        spell_number,
        month,
        relation,
        state_after as status,
        state_after,
        false as is_told_by_row,
    from int_hazard_decision
    where step is not null
),

with_before as (
    select
        tellings.*,
        count(*) filter (status = 'ordered') over so_far as ordered_count,
        count(*) filter (status = 'escalated') over so_far as escalated_count,
        count(*) filter (state_after in ('rectified', 'verified') and relation <> 'repeated') over so_far as closed_count,
        count(*) filter (state_after = 'verified') over so_far as verified_count,
        count(*) filter (state_after = 'cancelled') over so_far as cancelled_count,
        last_value(due_on ignore nulls) over said_before as due_before,
        last_value(department ignore nulls) over said_before as department_before,
    from tellings
    window
        so_far as (partition by hazard_key, spell_number order by step rows between unbounded preceding and current row),
        said_before as (partition by hazard_key, spell_number, submitter order by step rows between unbounded preceding and 1 preceding)
),

told as (
    select
        *,
        relation = 'repeated' as is_repeated,
    from with_before
    where is_told_by_row
),

events as (
    select
        hazard_key,
        step,
        1 as place,
        case relation
            when 'new' then 'found'
            when 'recurrent' then 'found'
            when 'same_in_other_ledger' then 'seen_in_other_ledger'
            else relation
        end as event,
        case
            when relation in ('new', 'recurrent') then found_on
            when relation = 'reopened' and strftime(found_on, '%Y-%m') = month then found_on
        end as happened_on,
        null as value_before,
        null as value_after,
    from told

    union all by name

    select hazard_key, step, 2 as place, 'ordered' as event
    from told
    where status = 'ordered' and ordered_count = 1 and not is_repeated

    union all by name

    select hazard_key, step, 3 as place, 'escalated' as event, escalated_to as value_after
    from told
    where status = 'escalated' and escalated_count = 1 and not is_repeated

    union all by name

    select hazard_key, step, 4 as place, 'transferred' as event, department_before as value_before, department as value_after
    from told
    where department <> department_before and relation = 'carried_over'

    union all by name

    select hazard_key, step, 5 as place, 'due_changed' as event, cast(due_before as varchar) as value_before, cast(due_on as varchar) as value_after
    from told
    where due_on <> due_before and not is_repeated

    union all by name

    select hazard_key, step, 6 as place, 'rectified' as event, rectified_on as happened_on
    from told
    where state_after in ('rectified', 'verified') and closed_count = 1 and not is_repeated and (status = 'rectified' or rectified_on is not null)

    union all by name

    select hazard_key, step, 7 as place, 'verified' as event, verified_on as happened_on
    from told
    where state_after = 'verified' and verified_count = 1

    union all by name

    select hazard_key, step, 8 as place, 'cancelled' as event
    from told
    where state_after = 'cancelled' and cancelled_count = 1
)

select * from events
