-- one row per grain × month × month in it: which months a number at that grain and up to that month is made of
-- key: grain, month, in_month
-- grain: month, quarter, year_to_date. A quarter up to its second month is a quarter so far; is_whole marks the last month of each, and the last month there is.
with
grains as (
    select 'month' as grain, month, month as from_month, true as is_whole from dim_month
    union all
    select 'quarter' as grain, month, quarter_from as from_month, month(ends_on) % 3 = 0 as is_whole from dim_month
    union all
    select 'year_to_date' as grain, month, year_from as from_month, true as is_whole from dim_month
)

select
    grains.grain,
    grains.month,
    grains.from_month,
    dim_month.month as in_month,
    dim_month.month = grains.from_month as is_first,
    dim_month.month = grains.month as is_last,
    grains.is_whole or grains.month = (select max(month) from dim_month) as is_whole,
from grains
join dim_month on dim_month.month between grains.from_month and grains.month
order by grain, month, in_month
