-- one row per month × hazard found by then: how long it had stood when it was first rectified, or how long it stood at the month's end
-- key: month, hazard_key
-- as: view
-- for Kaplan and Meier's median: a hazard still open is censored, not left out. days_observed is null where a day is not stated; on-the-spot rectification is apart.
-- A hazard counts until the month it is cancelled in. place as it is now. worked out when read: filter one month.
with
first_closings as (
    select
        hazard_key,
        closed_month,
        rectified_on,
    from fct_closing
    where spell_number = 1
)

select
    dim_month.month,
    fct_hazard.hazard_key,
    fct_hazard.unit_key,
    fct_hazard.community,
    fct_hazard.sector,
    fct_hazard.department,
    fct_hazard.category,
    fct_hazard.level,
    case
        when first_closings.closed_month <= dim_month.month and first_closings.rectified_on >= fct_hazard.found_on
            then cast(first_closings.rectified_on - fct_hazard.found_on as integer)
        when first_closings.closed_month is null or first_closings.closed_month > dim_month.month
            then cast(dim_month.measured_on - fct_hazard.found_on as integer)
    end as days_observed,
    coalesce(first_closings.closed_month <= dim_month.month, false) as is_rectified,
from fct_hazard
join dim_month on dim_month.month >= fct_hazard.found_month
left join first_closings using (hazard_key)
where (fct_hazard.cancelled_month is null or fct_hazard.cancelled_month > dim_month.month)
  and fct_hazard.due_kind is distinct from 'immediate'
