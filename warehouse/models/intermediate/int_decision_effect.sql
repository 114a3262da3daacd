-- one row per standing decision about a hazard: from when it holds, and whether it can hold at all
-- key: decision_id
-- nothing said: the month of the deciding, but never later than that of as_of, so that what is decided about the last ledgers counts at once. outcome: applies, not_yet or value_unknown.
with
decisions as (
    select
        decided.*,
        int_as_of.as_of,
        int_as_of.as_of_month,
        coalesce(decided.effective_month > int_as_of.as_of_month or decided.effective_on > int_as_of.as_of, false) as is_to_come,
        case decided.kind
            when 'hazard_category' then stg_category.category is not null
            when 'hazard_department' then stg_department.department is not null
            when 'hazard_community' then stg_community.community is not null
            when 'hazard_sector' then stg_sector.sector is not null
            else true
        end as is_value_known,
    from decided_standing as decided
    cross join int_as_of
    left join stg_category on stg_category.category = decided.value
    left join stg_department on stg_department.department = decided.value
    left join stg_community on stg_community.community = decided.value
    left join stg_sector on stg_sector.sector = decided.value
    where starts_with(decided.kind, 'hazard_')
)

select
    decision_id,
    decision_number,
    kind,
    decided_on,
    value,
    coalesce(effective_month, least(strftime(decided_on, '%Y-%m'), as_of_month)) as month,
    effective_on as happened_on,
    coalesce(effective_on, cast(effective_month || '-01' as date), decided_on) as since,
    case
        when is_to_come then 'not_yet'
        when not is_value_known then 'value_unknown'
        else 'applies'
    end as outcome,
from decisions
