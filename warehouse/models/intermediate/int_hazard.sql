-- one row per hazard: what its sightings say of it together, and people's decisions over that
-- key: hazard_key
-- what it is comes from the first sighting, how it stands from the last step of its life; what a person decided beats both and has the origin decision.
with
lives as (
    select
        hazard_key,
        arg_max(state_after, step) as last_state,
        arg_max_null(decision_id, step) is not null as is_last_decided,
        max(spell_number) as spell_count,
    from int_hazard_step
    group by all
),

sightings as (
    select
        int_hazard_sighting.*,
        int_hazard_sighting.spell_number = lives.spell_count as is_last_spell,
    from int_hazard_sighting
    join lives using (hazard_key)
),

named_departments as (
    select
        hazard_key,
        sighting_number,
        unnest(departments) as department,
    from sightings
),

first_named as (
    select
        hazard_key,
        department,
        min(sighting_number) as first_number,
    from named_departments
    group by all
),

departments as (
    select
        hazard_key,
        list(department order by first_number, department) as departments,
    from first_named
    group by all
),

hazards as (
    select
        hazard_key,
        arg_min(unit_key, sighting_number) as unit_key,
        arg_min(unit_name, sighting_number) as unit_name,
        arg_min(unit_address, sighting_number) as unit_address,
        arg_min(community, sighting_number) as community,
        arg_min(community_origin, sighting_number) as community_origin,
        arg_min(sector, sighting_number) as sector,
        arg_min(sector_origin, sighting_number) as sector_origin,
        arg_min(departments[1], sighting_number) as department,
        arg_min(department_origin, sighting_number) as department_origin,
        arg_min(category, sighting_number) as category,
        arg_min(category_origin, sighting_number) as category_origin,
        coalesce(
            arg_max(level, sighting_number) filter (level_origin = 'stated'),
            arg_max(level, sighting_number) filter (level_origin = 'text'),
            '未填报'
        ) as level,
        case
            when bool_or(level_origin = 'stated') then 'stated'
            when bool_or(level_origin = 'text') then 'text'
            else 'unknown'
        end as level_origin,
        max(level_confidence) as level_confidence,
        if(bool_or(level_origin = 'stated'), null, arg_max(level_criterion, sighting_number)) as level_criterion,
        arg_min(category_confidence, sighting_number) as category_confidence,
        arg_min(sector_confidence, sighting_number) as sector_confidence,
        arg_min(community_confidence, sighting_number) as community_confidence,
        arg_min(department_confidence, sighting_number) as department_confidence,
        arg_min(hazard_text, sighting_number) as hazard_text,
        arg_max(measures_text, sighting_number) as measures_text,
        arg_max(status, sighting_number) filter (is_last_spell and status not in ('unknown', 'rectified', 'verified', 'cancelled')) as last_open_status,
        arg_min(month, sighting_number) as first_ledger_month,
        max(month) as last_ledger_month,
        arg_max(due_on, sighting_number) filter (due_on is not null) as due_on,
        coalesce(
            arg_max(due_kind, sighting_number) filter (due_on is not null),
            arg_max(due_kind, sighting_number) filter (due_kind <> 'none'),
            'none'
        ) as due_kind,
        coalesce(arg_max(due_precision, sighting_number) filter (due_on is not null), 'unknown') as due_precision,
        arg_max(due_text, sighting_number) as due_text,
        arg_max(escalated_to, sighting_number) as escalated_to,
        arg_min(recurrence_of, sighting_number) as recurrence_of,
        bool_or(relation = 'recurrent') as is_recurrence,
        count(*) as sighting_count,
        count(distinct (file_id, sheet_number, row_number)) as ledger_row_count,
        list_sort(list(distinct submitter)) as submitters,
        list_sort(list_distinct(flatten(list(issues)))) as issues,
        arg_min(file_name, sighting_number) as first_file,
        arg_min(file_sha256, sighting_number) as first_file_sha256,
        arg_min(sheet_name, sighting_number) as first_sheet,
        arg_min(row_number, sighting_number) as first_row,
    from sightings
    group by all
)

select
    hazards.* exclude (
        last_open_status, community, community_origin, sector, sector_origin, department, department_origin, category, category_origin,
        level, level_origin, due_on, due_kind, due_precision
    ),
    if(lives.last_state in ('rectified', 'verified', 'cancelled'), lives.last_state, coalesce(hazards.last_open_status, 'unknown')) as status,
    if(lives.is_last_decided, 'decision', 'stated') as status_origin,
    lives.spell_count - 1 as rebound_count,
    coalesce(decided.community, hazards.community) as community,
    if(decided.community is null, hazards.community_origin, 'decision') as community_origin,
    case
        when decided.sector is not null then decided.sector
        when decided_category.sector is not null and hazards.sector_origin in ('text', 'unknown') then decided_category.sector
        else hazards.sector
    end as sector,
    case
        when decided.sector is not null then 'decision'
        when decided_category.sector is not null and hazards.sector_origin in ('text', 'unknown') then 'text'
        else hazards.sector_origin
    end as sector_origin,
    coalesce(decided.department, hazards.department) as department,
    if(decided.department is null, hazards.department_origin, 'decision') as department_origin,
    if(decided.department is null, departments.departments, [decided.department]) as departments,
    coalesce(decided.category, hazards.category) as category,
    if(decided.category is null, hazards.category_origin, 'decision') as category_origin,
    coalesce(decided.level, hazards.level) as level,
    if(decided.level is null, hazards.level_origin, 'decision') as level_origin,
    coalesce(decided.due_on, hazards.due_on) as due_on,
    if(decided.due_on is null, hazards.due_kind, 'date') as due_kind,
    if(decided.due_on is null, hazards.due_precision, 'day') as due_precision,
    case
        when decided.due_on is not null then 'decision'
        when hazards.due_kind <> 'none' then 'stated'
        else 'unknown'
    end as due_origin,
from hazards
join lives using (hazard_key)
join departments using (hazard_key)
left join int_hazard_decided as decided using (hazard_key)
left join stg_category as decided_category on decided_category.category = decided.category
