-- one row per spelling of a unit, with the unit it means and why
-- key: unit_name, unit_address
select
    int_unit_row.unit_name,
    int_unit_row.unit_address,
    linked_unit.unit_key,
    linked_unit.rule,
    linked_unit.probability,
    cast(int_unit_row.row_count as integer) as ledger_row_count,
    int_unit_row.first_month as first_ledger_month,
    int_unit_row.last_month as last_ledger_month,
from int_unit_row
join linked_unit
    on linked_unit.unit_name = int_unit_row.unit_name
    and linked_unit.unit_address is not distinct from int_unit_row.unit_address
order by
    unit_key,
    unit_name,
    unit_address
