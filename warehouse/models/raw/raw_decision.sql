-- one row per human decision: about a file, a sheet, a row, a cell, a word of a seed, a unit, a hazard, a month, the plan, or the undoing of another decision
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

-- Came with decisions about units, hazards, months and the plan: a raw file from before gets them at its next writing.
alter table raw_decision add column if not exists item_no integer;
alter table raw_decision add column if not exists other_file_sha256 varchar;
alter table raw_decision add column if not exists other_sheet varchar;
alter table raw_decision add column if not exists other_row_number integer;
alter table raw_decision add column if not exists other_item_no integer;
alter table raw_decision add column if not exists unit_name varchar;
alter table raw_decision add column if not exists unit_address varchar;
alter table raw_decision add column if not exists other_name varchar;
alter table raw_decision add column if not exists other_address varchar;
alter table raw_decision add column if not exists effective_from varchar;
alter table raw_decision add column if not exists subject varchar;
alter table raw_decision add column if not exists month varchar;
alter table raw_decision add column if not exists department varchar;
alter table raw_decision add column if not exists community varchar;
alter table raw_decision add column if not exists evidence varchar;
