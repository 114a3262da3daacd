-- one row per version × closed month × metric × member of a dimension: as known now (version 0) and as computed at each closing
-- key: version, month, metric, dimension, member
-- dimension is all (member empty), community, sector, department, category or level, as far as the metric's source knows it. Shares are fractions.
with
known as (
    select
        0 as version,
        measured_month.month,
        metric,
        dimension,
        member,
        value,
        numerator,
        denominator,
        undeterminable,
    from measured_month
    join int_closed_month using (month)
),

frozen as (
    select *
    from raw_frozen_metric
)

select * from known
union all by name
select * from frozen
order by version, month, metric, dimension, member
