-- one row per standing decision about a hazard, with the hazard it reaches
-- key: decision_id
-- happened_on is a stated day. outcome: applies, not_yet, value_unknown, too_late (an extension granted after the due day), row_gone, two_units, contradicted or nothing_to_do. step is null where it changes no state.
with
hazards_of_items as (
    select
        item.decision_id,
        item.end_number,
        item.file_sha256 is not null as is_counting,
        linked_hazard.hazard_key,
    from int_decision_item as item
    left join int_ledger_file using (file_sha256)
    left join linked_hazard
        on linked_hazard.file_id = int_ledger_file.file_id
        and linked_hazard.sheet_number = item.sheet_number
        and linked_hazard.row_number = item.row_number
        and linked_hazard.item_number = item.item_number
        and linked_hazard.is_primary
),

ends as (
    select
        decision_id,
        bool_and(is_counting) as is_counting,
        any_value(hazard_key) filter (end_number = 1) as hazard_key,
        any_value(hazard_key) filter (end_number = 2) as other_hazard_key,
    from hazards_of_items
    group by all
),

ledger_dues as (
    select
        hazard_key,
        arg_max(due_on, sighting_number) as due_on,
    from int_hazard_sighting
    where due_on is not null
    group by all
),

steps as (
    select
        decision_id,
        step,
        relation,
        state_after,
        spell_number,
    from int_hazard_step
    where decision_id is not null
)

select
    effect.decision_id,
    effect.decision_number,
    effect.kind,
    effect.decided_on,
    effect.value,
    greatest(effect.month, linked_decision.month) as month,
    effect.happened_on,
    effect.since,
    ends.hazard_key,
    ends.other_hazard_key,
    case
        when not ends.is_counting then 'row_gone'
        when effect.outcome <> 'applies' then effect.outcome
        when linked_decision.outcome <> 'applies' then linked_decision.outcome
        when effect.kind = 'hazard_due' and effect.since > ledger_dues.due_on then 'too_late'
        else 'applies'
    end as outcome,
    steps.step,
    steps.relation,
    steps.state_after,
    steps.spell_number,
from int_decision_effect as effect
join ends using (decision_id)
left join linked_decision using (decision_id)
left join steps using (decision_id)
left join ledger_dues on ledger_dues.hazard_key = ends.hazard_key
