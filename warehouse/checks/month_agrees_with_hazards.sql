-- one row per total of the last month that the hazards themselves contradict
with
last_month as (
    select max(month) as month
    from dim_month
),

from_months as (
    select
        coalesce(sum(closing) filter (mart_month.month = last_month.month), 0) as open_hazards,
        coalesce(sum(overdue) filter (mart_month.month = last_month.month), 0) as overdue_hazards,
        coalesce(sum(found), 0) as found_hazards,
    from mart_month
    cross join last_month
),

from_hazards as (
    select
        count(*) filter (is_open) as open_hazards,
        count(*) filter (is_overdue) as overdue_hazards,
        count(*) filter (cancelled_month is null or cancelled_month > found_month) as found_hazards,
    from fct_hazard
)

select
    from_months.open_hazards as open_by_month,
    from_hazards.open_hazards as open_by_hazard,
    from_months.overdue_hazards as overdue_by_month,
    from_hazards.overdue_hazards as overdue_by_hazard,
    from_months.found_hazards as found_by_month,
    from_hazards.found_hazards as found_by_hazard,
from from_months
cross join from_hazards
where from_months.open_hazards <> from_hazards.open_hazards
   or from_months.overdue_hazards <> from_hazards.overdue_hazards
   or from_months.found_hazards <> from_hazards.found_hazards
