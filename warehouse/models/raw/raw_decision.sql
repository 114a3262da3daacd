-- one row per human decision: about a file, a sheet, a row, a cell, a word of a seed, or the undoing of another decision
-- key: decision_id
-- append-only; restricted: cells hold names and phone numbers. Of the decisions about one thing the latest by (decided_at, decision_id) that is not undone stands.
create table if not exists raw_decision (
    decision_id varchar primary key,
    kind varchar not null,
    file_sha256 varchar,
    sheet varchar,
    row_number integer,
    column_name varchar,
    was varchar,
    value varchar,
    seed varchar,
    seed_key varchar,
    who varchar not null,
    why varchar,
    decided_at timestamp not null,
    undoes varchar,
);
