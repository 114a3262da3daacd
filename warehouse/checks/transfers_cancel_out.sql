-- one row per month whose transfers do not cancel out
select
    month,
    sum(transferred) as transferred,
from mart_month
group by month
having sum(transferred) <> 0
