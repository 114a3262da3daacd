-- one row per month × unit of the roster: whether it was inspected
-- key: month, roster_no
-- as: view
-- is_inspected_this_half: since January or July, the window in which each listed enterprise (挂牌企业) is to be inspected once.
with
inspections as (
    select distinct
        unit_key,
        month,
    from fct_visit
),

halves as (
    select distinct
        inspections.unit_key,
        dim_month.month,
    from inspections
    join dim_month on inspections.month between dim_month.half_from and dim_month.month
)

select
    dim_month.month,
    roster.roster_no,
    roster.unit_key,
    roster.community,
    roster.sector,
    '不适用' as department,
    '不适用' as category,
    '不适用' as level,
    roster.is_listed,
    inspections.unit_key is not null as is_inspected,
    halves.unit_key is not null as is_inspected_this_half,
from dim_roster_unit as roster
cross join dim_month
left join inspections
    on inspections.unit_key = roster.unit_key
    and inspections.month = dim_month.month
left join halves
    on halves.unit_key = roster.unit_key
    and halves.month = dim_month.month
