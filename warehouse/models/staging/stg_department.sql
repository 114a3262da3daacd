-- one row per department, office or group of departments
-- key: department
select
    department,
    kind,
    in_supervising_group = 'yes' as is_supervising,
    source,
from seed_departments
