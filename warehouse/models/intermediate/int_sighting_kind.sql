-- one row per hazard on a row that counts, with its category and sector
-- key: file_id, sheet_number, row_number, item_number
-- a sector comes from its column, else the sender that has only one, else the group row or the sheet's name, else the category the text was given.
with
items as (
    select
        item.*,
        ledger_row.month,
        ledger_row.submitter,
        ledger_row.unit_name,
        ledger_row.unit_address,
        ledger_row.sheet_name,
    from read_ledger_item as item
    join int_ledger_row as ledger_row using (file_id, sheet_number, row_number)
    where ledger_row.state = 'hazard'
),

classified as (
    select
        items.*,
        learned_category.category as learned_category,
        learned_category.probability as category_probability,
        learned_category.classified_by,
        stg_category.sector as category_sector,
        known_sector.sector as known_sector,
        context_sector.sector as context_sector,
        int_submitter_sector.sector as submitter_sector,
    from items
    left join learned_category
        on learned_category.hazard_text = items.hazard_text
        and learned_category.sector_context is not distinct from coalesce(items.sector, items.sector_context)
    left join stg_category on stg_category.category = learned_category.category
    left join stg_sector as known_sector on known_sector.sector = items.sector
    left join stg_sector as context_sector on context_sector.sector = items.sector_context
    left join int_submitter_sector on int_submitter_sector.department = items.submitter
)

select
    * exclude (learned_category, category_probability, classified_by, category_sector, known_sector, context_sector, submitter_sector, sector),
    coalesce(learned_category, '待匹配') as category,
    case
        when learned_category is null then 'unknown'
        when classified_by = 'decision' then 'decision'
        else 'text'
    end as category_origin,
    if(learned_category is null, 0, category_probability) as category_confidence,
    case
        when known_sector is not null then known_sector
        when sector is not null then '待匹配'
        when submitter_sector is not null then submitter_sector
        when context_sector is not null then context_sector
        when category_sector is not null then category_sector
        else '未填报'
    end as sector,
    case
        when sector is not null then 'stated'
        when submitter_sector is not null then 'submitter'
        when context_sector is not null then sector_context_origin
        when category_sector is not null then 'text'
        else 'unknown'
    end as sector_origin,
from classified
