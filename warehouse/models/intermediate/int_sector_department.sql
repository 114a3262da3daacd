-- one row per sector that attachment 1 gives to exactly one department
-- key: sector
-- a sector shared by several (消防) is decided by the object, not here.
with
named as (
    select distinct
        stg_sector.sector,
        stg_assignment.lead_department,
    from stg_assignment
    join stg_sector on list_contains(string_split(stg_assignment.sector_text, '、'), stg_sector.sector)
)

select
    sector,
    any_value(lead_department) as department,
from named
group by sector
having count(*) = 1
