-- one row per sighting, in the order of its hazard's life
-- key: hazard_key, sighting_number
-- is_primary: the hazard its item was taken for; an item that speaks of several in one text stands in the life of each.
-- status is what the row says, state_after where the hazard stands once it is read. Decisions are steps between: sighting_number has gaps there.
select
    steps.* exclude (file_id, sheet_number, row_number, item_number, step, decision_id),
    steps.step as sighting_number,
    int_sighting.*,
from int_sighting
join int_hazard_step as steps using (file_id, sheet_number, row_number, item_number)
