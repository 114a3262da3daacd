-- one row per file whose rows do not add up
select
    file_name,
    rows_read,
    rows_loaded,
    rows_repeated,
    rows_carried_over,
    rows_skipped,
    rows_waiting,
    rows_superseded,
from mart_ledger_file
where rows_read <> rows_loaded + rows_repeated + rows_carried_over + rows_skipped + rows_waiting + rows_superseded
