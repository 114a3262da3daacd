-- one row per closing × content that reached us after it
-- key: version, file_sha256
select
    version.version,
    version.month,
    file.file_id,
    file.file_sha256,
    int_ledger_file.file_name,
from raw_frozen_version as version
join raw_ledger_file as file on file.landed_at > version.closed_at
join int_ledger_file using (file_id)
where not version.is_empty
