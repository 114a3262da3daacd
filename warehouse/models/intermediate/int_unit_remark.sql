-- one row per unit × ledger month × piece of the remarks on its rows that count
-- key: unit_key, month, piece
-- free words of ledgers: never published. What many units share is a trait (fct_unit_trait), and only that it is shared leaves the build.
with
pieces as (
    select
        int_ledger_row.unit_name,
        int_ledger_row.unit_address,
        int_ledger_row.month,
        unnest(read_ledger_row.remark_pieces) as piece,
    from int_ledger_row
    join read_ledger_row using (file_id, sheet_number, row_number)
    where int_ledger_row.state in ('hazard', 'visit')
      and int_ledger_row.month is not null
)

select distinct
    linked_unit.unit_key,
    pieces.month,
    pieces.piece,
from pieces
join linked_unit
    on linked_unit.unit_name = pieces.unit_name
    and linked_unit.unit_address is not distinct from pieces.unit_address
