-- one row per content × name it came under
-- key: file_sha256, file_name
-- append-only, but that received_at only ever moves earlier: it is the earliest last-write time (UTC) under that name, never later than the landing, so the order of landing does not show.
create table if not exists raw_ledger_name (
    file_sha256 varchar not null,
    file_name varchar not null,
    received_at timestamp not null,
    landed_at timestamp not null,
    primary key (file_sha256, file_name),
);
