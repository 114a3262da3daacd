-- one row per hazard category, and the three unknown members
-- key: category
select category, label_en, sector, gbt13861_group, source from stg_category
union all by name
select unnest(['未填报', '待匹配', '不适用']) as category, null as label_en, null as sector, null as gbt13861_group, 'unknown member' as source
order by category
