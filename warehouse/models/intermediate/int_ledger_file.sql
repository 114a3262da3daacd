-- one row per content landed: its name, when it came, whether it could be read
-- key: file_id
-- a content that came under several names takes the first of them; it was received when the earliest came.
with
names as (
    select
        file_sha256,
        min(file_name) as file_name,
        min(received_at) as received_at,
    from raw_ledger_name
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
