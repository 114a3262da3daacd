-- one row per closing of a month: which decision closed it, what it was computed from, what was published then
-- key: version
-- append-only; restricted. version counts all closings in the order they were made. A closing of a month that had no numbers yet is remembered as empty, so that it is not tried again.
create table if not exists raw_frozen_version (
    version integer primary key,
    decision_id varchar not null unique,
    month varchar not null,
    closed_at timestamp not null,
    frozen_at timestamp not null,
    snapshot_name varchar,
    as_of date,
    is_empty boolean not null,
);
