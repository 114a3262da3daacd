-- one row per check plan × department with a number of visits of its own, and how many were planned
-- key: plan_key, department
with
planned as (
    select
        plan_key,
        department,
        count(*) as planned_count,
    from raw_risk_plan_item
    where order_name = 'plan'
    group by all
)

select
    budget.plan_key,
    budget.department,
    budget.visits,
    cast(coalesce(planned.planned_count, 0) as integer) as planned_count,
from raw_risk_plan_budget as budget
left join planned using (plan_key, department)
order by plan_key, department
