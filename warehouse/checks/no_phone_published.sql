-- one row per published hazard or unit text that still looks like it holds a mobile or an ID number
with
texts as (
    select 'mart_hazard' as place, hazard_key as row_key, unnest([unit_name, unit_address, hazard_text, measures_text, due_text, escalated_to, first_file, first_sheet]) as text from mart_hazard
    union all
    select 'mart_ledger_item' as place, file_sha256 || ' ' || row_number as row_key, unnest([unit_name, hazard_text, measures_text, due_text]) as text from mart_ledger_item
    union all
    select 'mart_ledger_row' as place, file_sha256 || ' ' || row_number as row_key, unnest([file_name, submitter, sheet]) as text from mart_ledger_row
    union all
    select 'mart_ledger_file' as place, file_sha256 as row_key, unnest([file_name, submitter] || readings) as text from mart_ledger_file
    union all
    select 'mart_ledger_problem' as place, file_sha256 || ' ' || problem_number as row_key, unnest([sheet, cell, column_name, cell_text, cure_zh, cure_en] || readings) as text from mart_ledger_problem
    union all
    select 'dim_unit' as place, unit_key as row_key, unnest([unit_name, unit_address]) as text from dim_unit
    union all
    select 'dim_unit_history' as place, unit_key as row_key, unnest([unit_name, unit_address]) as text from dim_unit_history
    union all
    select 'mart_unit_name' as place, unit_key as row_key, unnest([unit_name, unit_address]) as text from mart_unit_name
    union all
    select 'mart_unit_question' as place, unit_key as row_key, unnest([unit_name, unit_address, other_name, other_address]) as text from mart_unit_question
)

select distinct
    place,
    row_key,
from texts
where regexp_matches(text, '(^|[^0-9])1[3-9][0-9]{9}([^0-9]|$)')
   or regexp_matches(text, '(^|[^0-9])[1-9][0-9]{16}[0-9Xx]([^0-9]|$)')
