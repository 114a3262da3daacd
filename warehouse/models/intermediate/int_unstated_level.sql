-- one row per distinct unit name × hazard text on rows that count and state no level, to be held against the criteria of a major hazard
-- key: unit_name, hazard_text
select distinct
    ledger_row.unit_name,
    item.hazard_text,
from read_ledger_item as item
join int_ledger_row as ledger_row using (file_id, sheet_number, row_number)
where ledger_row.state = 'hazard'
  and item.level is null
