-- one row per unit: seen in a ledger that counts, or on the roster
-- key: unit_key
-- the name and address shown are the roster's, else the unit's commonest. What it was called before: dim_unit_history; its spellings: mart_unit_name.
with
seen as (
    select
        linked_unit.unit_key,
        any_value(linked_unit.common_name) as unit_name,
        any_value(linked_unit.common_address) as unit_address,
        cast(count(*) as integer) as spelling_count,
        cast(sum(int_unit_row.row_count) as integer) as ledger_row_count,
        min(int_unit_row.first_month) as first_ledger_month,
        max(int_unit_row.last_month) as last_ledger_month,
    from int_unit_row
    join linked_unit
        on linked_unit.unit_name = int_unit_row.unit_name
        and linked_unit.unit_address is not distinct from int_unit_row.unit_address
    group by unit_key
)

select
    unit_key,
    coalesce(linked_unit_roster.unit_name, seen.unit_name) as unit_name,
    coalesce(linked_unit_roster.unit_address, seen.unit_address) as unit_address,
    coalesce(linked_unit_roster.community, '未填报') as community,
    coalesce(linked_unit_roster.sector, '未填报') as sector,
    linked_unit_roster.unit_key is not null as is_on_roster,
    coalesce(linked_unit_roster.is_listed, false) as is_listed,
    coalesce(seen.spelling_count, 0) as spelling_count,
    coalesce(seen.ledger_row_count, 0) as ledger_row_count,
    seen.first_ledger_month,
    seen.last_ledger_month,
from seen
full join linked_unit_roster using (unit_key)
order by unit_key
