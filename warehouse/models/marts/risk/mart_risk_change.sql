-- one row per scoring date and horizon × community, sector, department or category: hazards to expect if every unit were visited once, now and at the scoring before
-- key: as_of, horizon_days, dimension, member
-- before_on: the latest scoring at least 20 days earlier; null with its numbers when there is none. A unit counts where its last hazard was; category sums probabilities, the others expected counts.
with
run as (
    select
        as_of,
        horizon_days,
        (
            select max(earlier.as_of)
            from raw_risk_run as earlier
            where earlier.horizon_days = raw_risk_run.horizon_days
              and earlier.as_of <= raw_risk_run.as_of - 20
        ) as before_on,
    from raw_risk_run
),

place as (
    select
        unit_key,
        arg_max(community, found_month) as community,
        arg_max(sector, found_month) as sector,
        arg_max(department, found_month) as department,
    from mart_hazard
    group by all
),

risk as (
    select
        unit.as_of,
        unit.horizon_days,
        named.dimension,
        named.member,
        sum(unit.expected_count) as expected_count,
        count(*) as unit_count,
    from raw_risk_unit as unit
    join place using (unit_key)
    cross join lateral (
        values
            ('community', place.community),
            ('sector', place.sector),
            ('department', place.department)
    ) as named (dimension, member)
    group by all
    union all
    select
        as_of,
        horizon_days,
        'category' as dimension,
        category as member,
        sum(probability) as expected_count,
        count(*) as unit_count,
    from raw_risk_score
    group by all
)

select
    run.as_of,
    run.horizon_days,
    risk.dimension,
    risk.member,
    cast(risk.unit_count as integer) as unit_count,
    risk.expected_count,
    run.before_on,
    before.expected_count as expected_before,
    risk.expected_count / risk.unit_count - before.expected_count / before.unit_count as rise_per_unit,
from run
join risk using (as_of, horizon_days)
left join risk as before
    on before.as_of = run.before_on
    and before.horizon_days = run.horizon_days
    and before.dimension = risk.dimension
    and before.member = risk.member
where risk.member is not null
order by run.as_of, run.horizon_days, risk.dimension, risk.member
