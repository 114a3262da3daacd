-- one row per expected sender × month: received, zero report, waiting or missing
-- key: submitter, month
select
    submitter,
    month,
    state,
    received_at,
    version,
    rows_read,
    rows_loaded,
    rows_waiting,
    is_on_time,
    is_corrected,
from fct_submission
order by submitter, month
