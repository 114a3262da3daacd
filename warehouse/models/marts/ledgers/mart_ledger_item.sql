-- one row per hazard read from a row, as read, before months are joined
-- key: file_sha256, sheet, row_number, item_no
-- hazard_key is null where the row does not count (waiting, superseded, skipped).
with
items as (
    select
        item.*,
        ledger_row.unit_name,
        ledger_row.sheet_name,
        ledger_row.month,
        ledger_row.submitter,
        int_ledger_file.file_sha256,
    from read_ledger_item as item
    join int_ledger_row as ledger_row using (file_id, sheet_number, row_number)
    join int_ledger_file using (file_id)
),

sightings as (
    select *
    from int_hazard_sighting
    where is_primary
),

row_keys as (
    select
        file_sha256,
        sheet_number,
        row_number,
        hazard_key,
    from fct_ledger_row
    where outcome = 'repeated'
)

select
    items.file_sha256,
    items.sheet_name as sheet,
    items.row_number,
    items.item_number as item_no,
    coalesce(sightings.hazard_key, row_keys.hazard_key) as hazard_key,
    items.month,
    items.submitter,
    items.unit_name,
    items.hazard_text,
    items.measures_text,
    items.status,
    items.due_kind,
    items.due_on,
    items.due_from,
    items.due_precision,
    items.due_text,
    items.found_on,
    items.rectified_on,
    items.verified_on,
    items.has_phone,
    coalesce(sightings.departments, items.departments) as departments,
    coalesce(sightings.community, items.community, '未填报') as community,
    coalesce(sightings.level, items.level, '未填报') as level,
    items.issues,
from items
left join sightings using (file_id, sheet_number, row_number, item_number)
left join row_keys
    on row_keys.file_sha256 = items.file_sha256
    and row_keys.sheet_number = items.sheet_number
    and row_keys.row_number = items.row_number
order by file_sha256, items.sheet_number, row_number, item_no
