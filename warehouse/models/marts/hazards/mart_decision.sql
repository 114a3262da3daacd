-- one row per decision that stands: what it is about, from when it holds, and whether it applies today
-- key: decision_id
-- who decided and why is not here (restricted, safety decide list); undone and replaced ones are not here. What a cell, row, sender or word was decided to be shows in the ledgers themselves.
with
units as (
    select distinct
        unit_name,
        unit_address,
        unit_key,
    from linked_unit
),

decisions as (
    select
        decided.*,
        reached.outcome as hazard_outcome,
        reached.month as hazard_month,
        reached.hazard_key,
        reached.other_hazard_key,
        one.unit_key,
        other.unit_key as other_unit_key,
        starts_with(decided.kind, 'unit_') as is_about_units,
    from decided_standing as decided
    left join int_hazard_decision as reached using (decision_id)
    left join units as one
        on one.unit_name = decided.unit_name
        and one.unit_address is not distinct from decided.unit_address
    left join units as other
        on other.unit_name = decided.other_name
        and other.unit_address is not distinct from decided.other_address
)

select
    decision_id,
    kind,
    decided_on,
    case
        when hazard_outcome is not null then hazard_outcome
        when is_about_units and (unit_key is null or other_unit_key is null) then 'unit_unseen'
        when kind = 'unit_different' and unit_key = other_unit_key then 'contradicted'
        when kind <> 'unit_different' and unit_key <> other_unit_key then 'contradicted'
        else 'applies'
    end as outcome,
    coalesce(hazard_month, effective_month) as effective_month,
    effective_on,
    value,
    hazard_key,
    other_hazard_key,
    file_sha256,
    sheet,
    row_number,
    item_no,
    other_file_sha256,
    other_sheet,
    other_row_number,
    other_item_no,
    unit_key,
    unit_name,
    unit_address,
    other_unit_key,
    other_name,
    other_address,
    subject,
    month,
    department,
    community,
    evidence,
from decisions
order by decision_id
