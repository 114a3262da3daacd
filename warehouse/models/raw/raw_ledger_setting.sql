-- one row per time a person settled something about a file when landing it (land --month, --from, --blank-hazard)
-- key: setting_id
-- append-only; the latest non-null value of each column counts.
create table if not exists raw_ledger_setting (
    setting_id integer primary key,
    file_sha256 varchar not null,
    month varchar,
    submitter varchar,
    blank_hazard varchar,
    settled_at timestamp not null,
);
