-- one row per hazard, ready to read
-- key: hazard_key
-- unit_order spares whoever sorts by unit the comparing of names, which costs a second for every two million
with
unit_orders as (
    select
        unit_key,
        row_number() over (order by unit_name collate zh, unit_key) as unit_order,
    from dim_unit
)

select
    fct_hazard.hazard_key,
    fct_hazard.unit_key,
    dim_unit.unit_name,
    dim_unit.unit_address,
    unit_orders.unit_order,
    fct_hazard.* exclude (hazard_key, unit_key),
from fct_hazard
join dim_unit using (unit_key)
join unit_orders using (unit_key)
order by hazard_key
