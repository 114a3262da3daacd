-- one row per version × closed month × hazard that counted by its end: as known now (version 0) and as known at each closing
-- key: version, month, hazard_key
-- flows and stock are those of the month, 0 where it did not touch the hazard. Choose one version before adding up. files: the contents that told of it.
with
known as (
    select
        0 as version,
        *,
    from int_hazard_month_end
),

frozen as (
    select *
    from raw_frozen_hazard
)

select * from known
union all by name
select * from frozen
order by version, month, hazard_key
