-- one row per version × month × community × sector × department × category × level: mart_month as known now (version 0) and as known at each closing
-- key: version, month, community, sector, department, category, level
-- Of a closing: the closed month and the twelve before it, never recomputed. A column that did not exist at the closing is null. Choose one version before adding up.
with
known as (
    select
        0 as version,
        *,
    from mart_month
),

frozen as (
    select *
    from raw_frozen_month
)

select * from known
union all by name
select * from frozen
order by version, month, community, sector, department, category, level
