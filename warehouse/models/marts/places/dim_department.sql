-- one row per department, office or group, and the three unknown members
-- key: department
select department, kind, is_supervising, source from stg_department
union all by name
select unnest(['未填报', '待匹配', '不适用']) as department, 'unknown' as kind, false as is_supervising, 'unknown member' as source
order by department
