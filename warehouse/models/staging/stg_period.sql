-- one row per high-risk period of one year, weather warnings among them
-- key: period_key
-- is_foreseen: known long before it begins; a weather warning is not, so nothing that foretells may look at it.
with
period as (
    select
        period_key,
        year,
        period,
        kind,
        starts_on,
        ends_on,
        source,
        certainty,
        true as is_foreseen,
    from seed_high_risk_periods
    union all
    select
        warning_key as period_key,
        year,
        period,
        kind,
        starts_on,
        ends_on,
        source,
        certainty,
        false as is_foreseen,
    from seed_weather_warnings
)

select
    period_key,
    cast(year as integer) as year,
    period,
    kind,
    cast(starts_on as date) as starts_on,
    cast(ends_on as date) as ends_on,
    source,
    certainty,
    is_foreseen,
from period
