-- one row per unit of the office's roster
-- key: unit_name, unit_address
-- restricted: persons answer for it; only counts of them leave.
select
    unit_name,
    nullif(unit_address, '') as unit_address,
    nullif(community, '') as community,
    nullif(sector, '') as sector,
    lower(is_listed) in ('yes', 'true', '1', '是') as is_listed,
    nullif(administrative_person, '') as administrative_person,
    nullif(supervising_person, '') as supervising_person,
from seed_units
