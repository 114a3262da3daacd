-- one row per row read from a table or sheet, headers, titles, blanks and totals included
-- key: file_sha256, sheet, row_number
select
    file_sha256,
    file_name,
    month,
    submitter,
    sheet,
    row_number,
    outcome,
    reason,
    is_hidden,
    is_struck,
    has_picture,
    hazard_key,
    issues,
from fct_ledger_row
order by file_sha256, sheet_number, row_number
