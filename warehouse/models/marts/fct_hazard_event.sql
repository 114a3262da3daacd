-- one row per ledger row that says something about a hazard, in the order of its life
-- key: hazard_key, event_number
-- event: found, carried_over, reopened, repeated, seen_in_other_ledger; status is what that row says.
select
    hazard_key,
    cast(sighting_number as integer) as event_number,
    case relation
        when 'new' then 'found'
        when 'recurrent' then 'found'
        when 'same_in_other_ledger' then 'seen_in_other_ledger'
        else relation
    end as event,
    status,
    month,
    submitter,
    found_on,
    rectified_on,
    verified_on,
    due_on,
    due_text,
    hazard_text,
    measures_text,
    similarity,
    rule,
    file_sha256,
    file_name,
    sheet_name as sheet,
    row_number,
    item_number as item_no,
from int_hazard_sighting
order by hazard_key, event_number
