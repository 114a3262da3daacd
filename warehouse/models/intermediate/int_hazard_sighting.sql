-- one row per sighting, in the order of its hazard's life
-- key: hazard_key, sighting_number
-- status is what the row says, state_after where the hazard stands once it is read. spell_number counts the times the hazard was open: 1 from its finding, one more at each re-opening.
with
-- Numbered before the texts are joined: a window sorts all it is given.
spells as (
    select
        linked_hazard.* exclude (step),
        step as sighting_number,
        count(*) filter (relation = 'reopened') over (
            partition by hazard_key
            order by step
        ) + 1 as spell_number,
    from linked_hazard
)

select
    spells.* exclude (file_id, sheet_number, row_number, item_number),
    int_sighting.*,
from int_sighting
join spells using (file_id, sheet_number, row_number, item_number)
