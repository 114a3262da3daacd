-- one row per content landed: its name, when it came, whether it could be read
-- key: file_id
-- names are shown masked. A content that came under several names takes the first of them; it was received when the earliest came.
with
names as (
    select
        file_sha256,
        min(read_ledger_name.shown_name) as file_name,
        min(raw_ledger_name.received_at) as received_at,
    from raw_ledger_name
    join read_ledger_name using (file_sha256, file_name)
    group by all
)

select
    files.file_id,
    files.file_sha256,
    names.file_name,
    names.received_at,
    files.refusal_code,
from raw_ledger_file as files
join names using (file_sha256)
