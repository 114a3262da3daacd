-- one row per hazard on a row that counts: a hazard as one ledger saw it, with its unit, place and kind
-- key: file_id, sheet_number, row_number, item_number
-- every …_origin says where the value comes from: stated, submitter, group_row, address, assignment, text or unknown.
with
sightings as (
    select
        item.*,
        ledger_row.month,
        ledger_row.submitter,
        ledger_row.unit_name,
        ledger_row.unit_address,
        int_ledger_file.file_sha256,
        int_ledger_file.file_name,
        ledger_row.sheet_name,
    from read_ledger_item as item
    join int_ledger_row as ledger_row using (file_id, sheet_number, row_number)
    join int_ledger_file using (file_id)
    where ledger_row.state = 'hazard'
),

conformed as (
    select
        sightings.* exclude (community, sector, level),
        linked_unit.unit_key,
        learned_category.category as learned_category,
        stg_category.sector as category_sector,
        sightings.community as stated_community,
        known_community.community as known_community,
        sender_community.community as sender_community,
        int_address_community.community as address_community,
        sightings.sector as stated_sector,
        known_sector.sector as known_sector,
        context_sector.sector as context_sector,
        sender_department.department as sender_department,
        sightings.level as stated_level,
        seed_owner_words.words is not null or sightings.responsible_text = sightings.unit_name as is_owner,
    from sightings
    join linked_unit
        on linked_unit.unit_name = sightings.unit_name
        and linked_unit.unit_address is not distinct from sightings.unit_address
    left join learned_category
        on learned_category.hazard_text = sightings.hazard_text
        and learned_category.sector_context is not distinct from coalesce(sightings.sector, sightings.sector_context)
    left join stg_category on stg_category.category = learned_category.category
    left join stg_community as known_community on known_community.community = sightings.community
    left join stg_community as sender_community on sender_community.community = sightings.submitter
    left join int_address_community on int_address_community.unit_address = sightings.unit_address
    left join stg_sector as known_sector on known_sector.sector = sightings.sector
    left join stg_sector as context_sector on context_sector.sector = sightings.sector_context
    left join seed_owner_words on seed_owner_words.words = sightings.responsible_text
    left join stg_department as sender_department
        on sender_department.department = sightings.submitter
        and sender_department.kind = 'department'
),

with_sector as (
    select
        *,
        case
            when known_sector is not null then known_sector
            when stated_sector is not null then '待匹配'
            when context_sector is not null then context_sector
            when category_sector is not null then category_sector
            else '未填报'
        end as sector,
        case
            when stated_sector is not null then 'stated'
            when context_sector is not null then 'group_row'
            when category_sector is not null then 'text'
            else 'unknown'
        end as sector_origin,
    from conformed
)

select
    file_id,
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
    coalesce(learned_category, '待匹配') as category,
    if(learned_category is null, 'unknown', 'text') as category_origin,
    sector,
    sector_origin,
    case
        when known_community is not null then known_community
        when stated_community is not null then '待匹配'
        when sender_community is not null then sender_community
        when address_community is not null then address_community
        else '未填报'
    end as community,
    case
        when stated_community is not null then 'stated'
        when sender_community is not null then 'submitter'
        when address_community is not null then 'address'
        else 'unknown'
    end as community_origin,
    case
        when len(departments) > 0 then departments
        when responsible_text is not null and not is_owner then ['待匹配']
        when sender_department is not null then [sender_department]
        when int_sector_department.department is not null then [int_sector_department.department]
        else ['未填报']
    end as departments,
    case
        when len(departments) > 0 then 'stated'
        when responsible_text is not null and not is_owner then 'stated'
        when sender_department is not null then 'submitter'
        when int_sector_department.department is not null then 'assignment'
        else 'unknown'
    end as department_origin,
    coalesce(stated_level, '未填报') as level,
    if(stated_level is null, 'unknown', 'stated') as level_origin,
from with_sector
left join int_sector_department using (sector)
