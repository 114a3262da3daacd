-- one row per month and slice that does not begin where the month before ended
with
months as (
    select
        month,
        community,
        sector,
        department,
        category,
        level,
        opening,
        coalesce(lag(closing) over (
            partition by community, sector, department, category, level
            order by month
        ), 0) as last_closing,
    from mart_month
)

select *
from months
where opening <> last_closing
