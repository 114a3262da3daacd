-- one row per hazard, ready to read
-- key: hazard_key
select
    fct_hazard.hazard_key,
    fct_hazard.unit_key,
    dim_unit.unit_name,
    dim_unit.unit_address,
    fct_hazard.* exclude (hazard_key, unit_key),
from fct_hazard
join dim_unit using (unit_key)
order by hazard_key
