-- one row per distinct hazard text × sector context, to be given a category
-- key: hazard_text, sector_context
select distinct
    item.hazard_text,
    coalesce(item.sector, item.sector_context) as sector_context,
from read_ledger_item as item
join int_ledger_row as ledger_row using (file_id, sheet_number, row_number)
where ledger_row.state = 'hazard'
