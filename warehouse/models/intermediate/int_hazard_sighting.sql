-- one row per sighting, in the order of its hazard's life
-- key: hazard_key, sighting_number
-- status is what the row says, state_after where the hazard stands once it is read. spell_number counts the times the hazard was open: 1 from its finding, one more at each re-opening.
with
linked as (
    select
        linked_hazard.* exclude (file_id, sheet_number, row_number, item_number, step),
        int_sighting.*,
        linked_hazard.step as sighting_number,
    from int_sighting
    join linked_hazard using (file_id, sheet_number, row_number, item_number)
)

select
    *,
    sum(if(relation = 'reopened', 1, 0)) over (
        partition by hazard_key
        order by sighting_number
    ) + 1 as spell_number,
from linked
