-- one row per hazard on a row that counts: a hazard as one ledger saw it, with its unit, place and kind
-- key: file_id, sheet_number, row_number, item_number
-- every …_origin says where the value comes from: stated, submitter, sheet, group_row, address, assignment, text, decision or unknown;
-- …_confidence how likely it is right: 0 for what is unknown or not recognised.
with
conformed as (
    select
        kinds.* exclude (community, level, departments),
        int_ledger_file.file_sha256,
        int_ledger_file.file_name,
        linked_unit.unit_key,
        kinds.community as stated_community,
        known_community.community as known_community,
        sender_community.community as sender_community,
        context_community.community as context_community,
        int_address_community.community as address_community,
        int_unit_community.community as unit_community,
        kinds.departments as stated_departments,
        sender_department.department as sender_department,
        int_assigned_department.departments as assigned_departments,
        kinds.level as stated_level,
        learned_major.criterion as level_criterion,
        seed_owner_words.words is not null or kinds.responsible_text = kinds.unit_name as is_owner,
    from int_sighting_kind as kinds
    join int_ledger_file using (file_id)
    join linked_unit
        on linked_unit.unit_name = kinds.unit_name
        and linked_unit.unit_address is not distinct from kinds.unit_address
    left join stg_community as known_community on known_community.community = kinds.community
    left join stg_community as sender_community on sender_community.community = kinds.submitter
    left join stg_community as context_community on context_community.community = kinds.community_context
    left join int_address_community on int_address_community.unit_address = kinds.unit_address
    left join int_unit_community on int_unit_community.unit_name = kinds.unit_name
    left join seed_owner_words on seed_owner_words.words = kinds.responsible_text
    left join stg_department as sender_department
        on sender_department.department = kinds.submitter
        and sender_department.kind = 'department'
    left join int_assigned_department
        on int_assigned_department.unit_name = kinds.unit_name
        and int_assigned_department.hazard_text = kinds.hazard_text
        and int_assigned_department.sector = kinds.sector
    left join learned_major
        on kinds.level is null
        and learned_major.unit_name = kinds.unit_name
        and learned_major.hazard_text = kinds.hazard_text
),

placed as (
    select
        *,
        case
            when known_community is not null then known_community
            when stated_community is not null then '待匹配'
            when sender_community is not null then sender_community
            when context_community is not null then context_community
            when address_community is not null then address_community
            when unit_community is not null then unit_community
            else '未填报'
        end as community,
        case
            when stated_community is not null then 'stated'
            when sender_community is not null then 'submitter'
            when context_community is not null then community_context_origin
            when address_community is not null then 'address'
            when unit_community is not null then 'text'
            else 'unknown'
        end as community_origin,
        case
            when len(stated_departments) > 0 then stated_departments
            when responsible_text is not null and not is_owner then ['待匹配']
            when sender_department is not null then [sender_department]
            when assigned_departments is not null then assigned_departments
            else ['未填报']
        end as departments,
        case
            when len(stated_departments) > 0 then 'stated'
            when responsible_text is not null and not is_owner then 'stated'
            when sender_department is not null then 'submitter'
            when assigned_departments is not null then 'assignment'
            else 'unknown'
        end as department_origin,
        case
            when stated_level is not null then stated_level
            when level_criterion is not null then '重大'
            else '未填报'
        end as level,
        case
            when stated_level is not null then 'stated'
            when level_criterion is not null then 'text'
            else 'unknown'
        end as level_origin,
    from conformed
)

select
    placed.file_id,
    file_sha256,
    file_name,
    sheet_number,
    sheet_name,
    row_number,
    item_number,
    month,
    submitter,
    unit_key,
    unit_name,
    unit_address,
    hazard_text,
    measures_text,
    status,
    due_kind,
    due_on,
    due_from,
    due_precision,
    due_text,
    found_on,
    rectified_on,
    verified_on,
    escalated_to,
    has_phone,
    issues,
    category,
    category_origin,
    category_confidence,
    placed.sector,
    sector_origin,
    case
        when placed.sector = '待匹配' then 0
        when sector_origin = 'text' then category_confidence
        else by_sector.sector
    end as sector_confidence,
    placed.community,
    community_origin,
    if(placed.community = '待匹配', 0, by_community.community) as community_confidence,
    departments,
    department_origin,
    case
        when departments = ['待匹配'] then 0
        when department_origin = 'assignment' then by_department.department / len(departments)
        else by_department.department
    end as department_confidence,
    placed.level,
    level_origin,
    by_level.level as level_confidence,
    level_criterion,
from placed
left join stg_origin_confidence as by_sector on by_sector.origin = sector_origin
left join stg_origin_confidence as by_community on by_community.origin = community_origin
left join stg_origin_confidence as by_department on by_department.origin = department_origin
left join stg_origin_confidence as by_level on by_level.origin = level_origin
