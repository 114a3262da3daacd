-- one row per month × unit × community × sector × department: hazards found there and visits paid there
-- key: month, unit_key, community, sector, department
-- flows: add up over months. A visit is of no category and no level, so both are 不适用 here, for the hazards too.
with
events as (
    select
        fct_hazard_month.month,
        fct_hazard.unit_key,
        fct_hazard_month.community,
        fct_hazard_month.sector,
        fct_hazard_month.department,
        fct_hazard_month.found,
        0 as visits,
    from fct_hazard_month
    join fct_hazard using (hazard_key)
    where fct_hazard_month.found > 0
    union all by name
    select
        month,
        unit_key,
        community,
        sector,
        department,
        0 as found,
        1 as visits,
    from fct_visit
)

select
    month,
    unit_key,
    community,
    sector,
    department,
    '不适用' as category,
    '不适用' as level,
    cast(sum(found) as integer) as found,
    cast(sum(visits) as integer) as visits,
from events
group by all
order by month, unit_key, community, sector, department
