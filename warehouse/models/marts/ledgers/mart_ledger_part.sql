-- one row per ledger inside a file: one month of one sender, in one table
-- key: file_sha256, part_number
-- month and submitter are null while nobody has settled them; version counts the files that carry the same ledger.
select
    int_ledger_file.file_sha256,
    int_ledger_file.file_name,
    part.part_number,
    read_ledger_sheet.shown_name as sheet,
    part.header_row,
    part.month,
    part.submitter,
    cast(part.version as integer) as version,
    case
        when part.is_superseded then 'superseded'
        when part.is_after_as_of then 'after_as_of'
        when part.is_unsettled then 'waiting'
        else 'landed'
    end as outcome,
    part.reason,
    part.readings,
    part.is_zero_report,
from int_ledger_part as part
join int_ledger_file using (file_id)
join read_ledger_sheet using (file_id, sheet_number)
order by file_sha256, part_number
