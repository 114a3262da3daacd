-- one row per month × major hazard open at its end: whether its five fulfilments (五落实: responsibility, measures, funds, deadline, plan) are complete
-- key: month, hazard_key
-- is_complete is null where nobody has stated them by that month.
with
statements as (
    select
        hazard_key,
        month,
        lead(month) over (
            partition by hazard_key
            order by month
        ) as until_month,
        is_complete,
    from stg_fulfilment
)

select
    stock.month,
    stock.hazard_key,
    fct_hazard.unit_key,
    stock.community,
    stock.sector,
    stock.department,
    stock.category,
    stock.level,
    statements.is_complete,
from fct_hazard_month as stock
join fct_hazard using (hazard_key)
left join statements
    on statements.hazard_key = stock.hazard_key
    and statements.month <= stock.month
    and (statements.until_month is null or statements.until_month > stock.month)
where stock.closing > 0
  and stock.level = '重大'
order by stock.month, stock.hazard_key
