-- one row per sheet, Word table or csv of a landed file
-- key: file_id, sheet_number
-- append-only; merges are `first_row:last_row:first_column:last_column`, rows from 1, columns from 0.
create table if not exists raw_ledger_sheet (
    file_id integer not null,
    sheet_number integer not null,
    sheet_name varchar not null,
    is_hidden boolean not null,
    heading varchar[] not null,
    merges varchar[] not null,
    primary key (file_id, sheet_number),
);
