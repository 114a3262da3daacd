-- one row per month and slice that does not begin where the month before ended
-- severity: blocking
-- meaning_zh: 每个切片的期初等于上月期末。
-- meaning_en: In every slice, a month opens with what the month before closed with.
-- cure_zh: 这是程序缺陷：请保留 build/ 目录并报告所列切片。
-- cure_en: A fault of the product: keep the build/ folder and report the slices listed.
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
