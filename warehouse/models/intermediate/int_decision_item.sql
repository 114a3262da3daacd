-- one row per ledger item that a standing decision about a hazard names: the item that counts for it today
-- key: decision_id, end_number
-- a row that its file repeats stands for the first of them, a superseded one for the same row of the version that counts; file_sha256 is null where no such row counts.
with
named as (
    select
        decision_id,
        1 as end_number,
        file_sha256,
        sheet,
        row_number,
        item_no,
    from decided_standing
    where starts_with(kind, 'hazard_')

    union all

    select
        decision_id,
        2 as end_number,
        other_file_sha256 as file_sha256,
        other_sheet as sheet,
        other_row_number as row_number,
        other_item_no as item_no,
    from decided_standing
    where other_file_sha256 is not null
),

sheets as (
    select
        read_ledger_sheet.file_id,
        read_ledger_sheet.sheet_number,
        read_ledger_sheet.shown_name,
        raw_ledger_sheet.sheet_name,
        count(*) over (partition by read_ledger_sheet.file_id) = 1 as is_only_one,
    from read_ledger_sheet
    join raw_ledger_sheet using (file_id, sheet_number)
),

placed as (
    select
        named.decision_id,
        named.end_number,
        named.row_number,
        named.item_no,
        int_ledger_file.file_id,
        min(sheets.sheet_number) as sheet_number,
    from named
    join int_ledger_file using (file_sha256)
    join sheets
        on sheets.file_id = int_ledger_file.file_id
        and (sheets.is_only_one or sheets.shown_name = named.sheet or sheets.sheet_name = named.sheet)
    group by all
),

landed as (
    select
        placed.decision_id,
        placed.end_number,
        placed.item_no,
        ledger_row.*,
    from placed
    join int_ledger_row as ledger_row using (file_id, sheet_number, row_number)
),

counting_rows as (
    select
        landed.decision_id,
        landed.end_number,
        landed.item_no,
        arg_min(counting.file_id, (counting.sheet_number, counting.row_number)) as file_id,
        arg_min(counting.sheet_number, (counting.sheet_number, counting.row_number)) as sheet_number,
        min_by(counting.row_number, (counting.sheet_number, counting.row_number)) as row_number,
    from landed
    join int_ledger_row as counting
        on counting.state = 'hazard'
        and counting.month = landed.month
        and counting.submitter = landed.submitter
        and (
            (
                landed.state = 'hazard'
                and counting.file_id = landed.file_id
                and counting.sheet_number = landed.sheet_number
                and counting.row_number = landed.row_number
            )
            or (landed.state in ('repeated', 'superseded') and counting.fingerprint = landed.fingerprint)
        )
    group by all
),

counting_items as (
    select
        counting_rows.decision_id,
        counting_rows.end_number,
        int_sighting.file_sha256,
        int_sighting.sheet_number,
        int_sighting.row_number,
        int_sighting.item_number,
    from counting_rows
    join int_sighting
        on int_sighting.file_id = counting_rows.file_id
        and int_sighting.sheet_number = counting_rows.sheet_number
        and int_sighting.row_number = counting_rows.row_number
        and int_sighting.item_number = counting_rows.item_no
)

select
    named.decision_id,
    named.end_number,
    counting_items.file_sha256,
    counting_items.sheet_number,
    counting_items.row_number,
    counting_items.item_number,
from named
left join counting_items using (decision_id, end_number)
