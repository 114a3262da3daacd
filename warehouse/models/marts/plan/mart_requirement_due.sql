-- one row per month × requirement × occurrence × responsible department that was due by its end
-- key: month, requirement_no, occurrence, department
-- a requirement is done when each of its departments has done it: count distinct requirements, never these rows.
select
    month,
    requirement_no,
    occurrence,
    '不适用' as unit_key,
    '不适用' as community,
    '不适用' as sector,
    department,
    '不适用' as category,
    '不适用' as level,
    state,
    is_done,
from int_requirement_month
where is_due
order by month, requirement_no, occurrence, department
