-- one row per hazard × ledger month from which it belongs somewhere else, and one from its beginning
-- key: hazard_key, from_month
-- from_month is empty for the first place, until_month (not included) null for the last. Only what a later ledger states outright, while it carries the hazard on or re-opens it, moves a hazard; nothing inferred does.
-- A responsible department that is still among those stated stays the first one. What a person decided has always been so: it corrects, it moves nothing.
with
first_places as (
    select
        hazard_key,
        community,
        community_origin,
        sector,
        sector_origin,
        departments[1] as department,
        department_origin,
        category,
        category_origin,
        level,
        level_origin,
    from int_hazard_sighting
    where sighting_number = 1
),

tellings as (
    select
        hazard_key,
        sighting_number,
        month,
        if(community_origin = 'stated' and community <> '待匹配', community, null) as community,
        if(sector_origin = 'stated' and sector <> '待匹配', sector, null) as sector,
        if(department_origin = 'stated' and departments[1] <> '待匹配', departments, null) as departments,
        if(level_origin = 'stated', level, null) as level,
    from int_hazard_sighting
    where sighting_number > 1
      and relation in ('carried_over', 'reopened')
      and (community_origin = 'stated' or sector_origin = 'stated' or department_origin = 'stated' or level_origin = 'stated')
),

-- only what differs from the beginning, or may lead back to it after another telling did
odd as (
    select distinct tellings.hazard_key
    from tellings
    join first_places using (hazard_key)
    where tellings.community is distinct from first_places.community and tellings.community is not null
       or tellings.sector is distinct from first_places.sector and tellings.sector is not null
       or not list_contains(tellings.departments, first_places.department)
       or tellings.level is distinct from first_places.level and tellings.level is not null
),

told_by_month as (
    select
        hazard_key,
        month,
        arg_max(community, sighting_number) as community,
        arg_max(sector, sighting_number) as sector,
        arg_max(departments, sighting_number) as departments,
        arg_max(level, sighting_number) as level,
    from tellings
    semi join odd using (hazard_key)
    group by all
),

told_so_far as (
    select
        hazard_key,
        month,
        last_value(community ignore nulls) over so_far as community,
        last_value(sector ignore nulls) over so_far as sector,
        last_value(departments ignore nulls) over so_far as departments,
        last_value(level ignore nulls) over so_far as level,
    from told_by_month
    window so_far as (
        partition by hazard_key
        order by month
    )
),

places as (
    select
        first_places.hazard_key,
        told_so_far.month as from_month,
        coalesce(told_so_far.community, first_places.community) as community,
        if(told_so_far.community is null, first_places.community_origin, 'stated') as community_origin,
        coalesce(told_so_far.sector, first_places.sector) as sector,
        if(told_so_far.sector is null, first_places.sector_origin, 'stated') as sector_origin,
        case
            when told_so_far.departments is null or list_contains(told_so_far.departments, first_places.department) then first_places.department
            else told_so_far.departments[1]
        end as department,
        if(told_so_far.departments is null, first_places.department_origin, 'stated') as department_origin,
        first_places.category,
        first_places.category_origin,
        coalesce(told_so_far.level, first_places.level) as level,
        if(told_so_far.level is null, first_places.level_origin, 'stated') as level_origin,
    from told_so_far
    join first_places using (hazard_key)
    union all by name
    select
        *,
        '' as from_month,
    from first_places
),

corrected as (
    select
        places.hazard_key,
        places.from_month,
        coalesce(decided.community, places.community) as community,
        if(decided.community is null, places.community_origin, 'decision') as community_origin,
        case
            when decided.sector is not null then decided.sector
            when decided_category.sector is not null and places.sector_origin in ('text', 'unknown') then decided_category.sector
            else places.sector
        end as sector,
        case
            when decided.sector is not null then 'decision'
            when decided_category.sector is not null and places.sector_origin in ('text', 'unknown') then 'text'
            else places.sector_origin
        end as sector_origin,
        coalesce(decided.department, places.department) as department,
        if(decided.department is null, places.department_origin, 'decision') as department_origin,
        coalesce(decided.category, places.category) as category,
        if(decided.category is null, places.category_origin, 'decision') as category_origin,
        coalesce(decided.level, places.level) as level,
        if(decided.level is null, places.level_origin, 'decision') as level_origin,
    from places
    left join int_hazard_decided as decided using (hazard_key)
    left join stg_category as decided_category on decided_category.category = decided.category
),

moved as (
    select *
    from corrected
    qualify from_month = ''
        or (community, sector, department, level) is distinct from lag((community, sector, department, level)) over (
            partition by hazard_key
            order by from_month
        )
)

select
    *,
    lead(from_month) over (
        partition by hazard_key
        order by from_month
    ) as until_month,
from moved
