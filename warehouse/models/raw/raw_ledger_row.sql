-- one row per row of a sheet, verbatim
-- key: file_id, sheet_number, row_number
-- append-only; restricted: cells hold names and phone numbers.
create table if not exists raw_ledger_row (
    file_id integer not null,
    sheet_number integer not null,
    row_number integer not null,
    cells varchar[] not null,
    is_hidden boolean not null,
    is_struck boolean not null,
    has_picture boolean not null,
    has_formula_error boolean not null,
);
