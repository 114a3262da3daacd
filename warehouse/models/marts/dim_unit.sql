-- one row per unit seen in a ledger that counts
-- key: unit_key
-- the name and address shown are the unit's commonest.
select
    linked_unit.unit_key,
    any_value(linked_unit.common_name) as unit_name,
    any_value(linked_unit.common_address) as unit_address,
    cast(count(*) as integer) as spelling_count,
    cast(sum(int_unit_row.row_count) as integer) as ledger_row_count,
from int_unit_row
join linked_unit
    on linked_unit.unit_name = int_unit_row.unit_name
    and linked_unit.unit_address is not distinct from int_unit_row.unit_address
group by unit_key
order by unit_key
