-- one row per thing that happened to a hazard, with the ledger row or the decision that says so, in the order of its life
-- key: hazard_key, event_number
-- event: found, ordered, carried_over, seen_in_other_ledger, reopened, repeated, escalated, transferred, due_changed, rectified, verified, cancelled, decided.
-- A ledger row says at least one; status is what the row says. happened_on only where a day is stated: else the month is all that is known.
with
of_ledgers as (
    select
        event.hazard_key,
        event.step,
        event.place,
        event.event,
        'ledger' as said_by,
        sighting.month,
        event.happened_on,
        event.value_before,
        event.value_after,
        sighting.submitter,
        sighting.status,
        sighting.state_after,
        sighting.found_on,
        sighting.rectified_on,
        sighting.verified_on,
        sighting.due_on,
        sighting.due_text,
        sighting.unit_name,
        sighting.unit_address,
        sighting.hazard_text,
        sighting.measures_text,
        sighting.similarity,
        sighting.rule,
        sighting.file_sha256,
        sighting.file_name,
        sighting.sheet_name as sheet,
        sighting.row_number,
        sighting.item_number as item_no,
    from int_hazard_event as event
    join int_hazard_sighting as sighting
        on sighting.hazard_key = event.hazard_key
        and sighting.sighting_number = event.step
),

last_steps as (
    select
        hazard_key,
        month,
        max(sighting_number) as step,
    from int_hazard_sighting
    group by all
),

reached as (
    select
        decision_id,
        kind,
        value,
        month,
        happened_on,
        hazard_key,
        other_hazard_key,
        step,
        relation,
        state_after,
    from int_hazard_decision
    where outcome = 'applies'

    union all by name

    select
        decision_id,
        kind,
        value,
        month,
        happened_on,
        other_hazard_key as hazard_key,
        hazard_key as other_hazard_key,
        step,
        relation,
        state_after,
    from int_hazard_decision
    where outcome = 'applies'
      and other_hazard_key <> hazard_key
),

steps_before as (
    select
        reached.decision_id,
        reached.hazard_key,
        max(last_steps.step) as step,
    from reached
    join last_steps
        on last_steps.hazard_key = reached.hazard_key
        and last_steps.month <= reached.month
    group by all
),

of_decisions as (
    select
        reached.hazard_key,
        coalesce(reached.step, steps_before.step, 1) as step,
        100 as place,
        case
            when reached.relation = 'reopened' then 'reopened'
            when reached.kind = 'hazard_cancel' then 'cancelled'
            when reached.kind = 'hazard_rectify' then 'rectified'
            when reached.kind = 'hazard_verify' then 'verified'
            when reached.kind = 'hazard_due' then 'due_changed'
            when reached.kind = 'hazard_department' then 'transferred'
            else 'decided'
        end as event,
        'decision' as said_by,
        reached.month,
        reached.happened_on,
        reached.value as value_after,
        reached.state_after,
        reached.decision_id,
        reached.kind as decision_kind,
        reached.other_hazard_key,
    from reached
    left join steps_before using (decision_id, hazard_key)
),

events as (
    select * from of_ledgers
    union all by name
    select * from of_decisions
)

select
    hazard_key,
    cast(row_number() over (
        partition by hazard_key
        order by step, place, happened_on nulls last, decision_kind, decision_id
    ) as integer) as event_number,
    event,
    said_by,
    month,
    happened_on,
    if(happened_on is null, 'month', 'day') as happened_precision,
    submitter,
    status,
    state_after,
    value_before,
    value_after,
    found_on,
    rectified_on,
    verified_on,
    due_on,
    due_text,
    unit_name,
    unit_address,
    hazard_text,
    measures_text,
    similarity,
    rule,
    file_sha256,
    file_name,
    sheet,
    row_number,
    item_no,
    decision_id,
    decision_kind,
    other_hazard_key,
from events
order by hazard_key, event_number
