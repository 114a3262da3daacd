-- one row per community, and the three unknown members
-- key: community
select community, source from stg_community
union all by name
select unnest(['未填报', '待匹配', '不适用']) as community, 'unknown member' as source
order by community
