-- one row per sighting, in the order of its hazard's life
-- key: hazard_key, sighting_number
-- spell_number counts the times the hazard was open: 1 from its finding, one more at each re-opening.
with
linked as (
    select
        linked_hazard.* exclude (file_id, sheet_number, row_number, item_number),
        int_sighting.*,
        row_number() over (partition by linked_hazard.hazard_key order by linked_hazard.ordinal) as sighting_number,
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
