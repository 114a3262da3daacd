-- one row per unit seen in a ledger that counts
-- key: unit_key
-- the name and address shown are the spelling most rows use; ties go to the first in order.
with
spellings as (
    select
        linked_unit.unit_key,
        int_unit_row.unit_name,
        int_unit_row.unit_address,
        int_unit_row.row_count,
    from int_unit_row
    join linked_unit
        on linked_unit.unit_name = int_unit_row.unit_name
        and linked_unit.unit_address is not distinct from int_unit_row.unit_address
)

select
    unit_key,
    first(unit_name order by row_count desc, unit_name, unit_address) as unit_name,
    first(unit_address order by unit_address is null, row_count desc, unit_address, unit_name) as unit_address,
    cast(count(*) as integer) as spelling_count,
    cast(sum(row_count) as integer) as ledger_row_count,
from spellings
group by unit_key
order by unit_key
