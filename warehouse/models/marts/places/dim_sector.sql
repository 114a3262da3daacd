-- one row per key sector, and the three unknown members
-- key: sector
select sector, source from stg_sector
union all by name
select unnest(['未填报', '待匹配', '不适用']) as sector, 'unknown member' as source
order by sector
