-- one row per distinct content of a file that ever reached us, readable or not
-- key: file_id
-- append-only; restricted: never published. file_id is the order of landing and must not reach a published table.
-- A refusal is the one thing ever replaced: by its reading, once a later version of the readers can.
create table if not exists raw_ledger_file (
    file_id integer not null,
    file_sha256 varchar not null,
    format varchar,
    size_bytes bigint not null,
    row_count integer not null,
    refusal_code varchar,
    refusal_message varchar,
    landed_at timestamp not null,
);
