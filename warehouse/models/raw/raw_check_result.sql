-- one row per snapshot × check: what it found when the snapshot was published
-- key: snapshot, check_name
-- append-only; the one raw table that tells of publishing and not of ledgers. It reaches check_history, which no snapshot's name depends on.
create table if not exists raw_check_result (
    snapshot varchar not null,
    published_at timestamp not null,
    check_name varchar not null,
    state varchar not null,
    failure_count bigint,
    base_count bigint,
    primary key (snapshot, check_name),
);
