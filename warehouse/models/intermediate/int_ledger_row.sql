-- one row per row landed: what it is and whether it counts, before months are joined
-- key: file_id, sheet_number, row_number
-- state: skipped, waiting, superseded, repeated, visit, hazard, continuation. A continuation belongs to the row `hazard_row` above it.
with
said as (
    select
        read_ledger_row.*,
        read_ledger_sheet.shown_name as sheet_name,
        raw_ledger_row.is_hidden,
        raw_ledger_row.is_struck,
        raw_ledger_row.has_picture,
    from read_ledger_row
    join raw_ledger_row using (file_id, sheet_number, row_number)
    join read_ledger_sheet using (file_id, sheet_number)
),

placed as (
    select
        said.*,
        part.month,
        part.submitter,
        part.reason as part_reason,
        part.is_unsettled,
        part.is_after_as_of,
        part.is_superseded,
        row_number() over (
            partition by said.file_id, said.part_number, said.fingerprint
            order by said.sheet_number, said.row_number
        ) as occurrence,
        last_value(if(said.kind = 'hazard', said.row_number, null) ignore nulls) over (
            partition by said.file_id, said.sheet_number
            order by said.row_number
        ) as hazard_row,
    from said
    left join int_ledger_part as part
        on part.file_id = said.file_id
        and part.part_number = said.part_number
)

select
    file_id,
    sheet_number,
    sheet_name,
    row_number,
    part_number,
    month,
    submitter,
    case
        when kind = 'skipped' then 'skipped'
        when is_after_as_of then 'skipped'
        when is_superseded then 'superseded'
        when is_unsettled then 'waiting'
        when kind = 'waiting' then 'waiting'
        when fingerprint is not null and occurrence > 1 then 'repeated'
        else kind
    end as state,
    case
        when kind = 'skipped' then reason
        when is_after_as_of then 'after_as_of'
        when is_superseded then 'superseded'
        when is_unsettled then part_reason
        when kind = 'waiting' then reason
        when fingerprint is not null and occurrence > 1 then 'duplicate_row'
        else reason
    end as reason,
    unit_name,
    unit_address,
    visited_on,
    fingerprint,
    if(kind = 'continuation', hazard_row, null) as hazard_row,
    issues,
    is_hidden,
    is_struck,
    has_picture,
from placed
