-- one row per hazard × department that answers for it or reported it: each department's own count of hazards that the subdistrict counts once
-- key: hazard_key, department
-- an unknown department stands only where no other is known. Joined to fct_hazard_month it counts a hazard once for each of its departments: never add departments up to the subdistrict's number.
with
answerable as (
    select
        hazard_key,
        unnest(departments) as department,
    from fct_hazard
),

reporting as (
    select
        hazard_key,
        unnest(submitters) as department,
    from fct_hazard
),

both_roles as (
    select
        hazard_key,
        department,
        true as is_answerable,
        false as is_reporting,
    from answerable

    union all

    select
        reporting.hazard_key,
        reporting.department,
        false as is_answerable,
        true as is_reporting,
    from reporting
    join dim_department using (department)
)

select
    both_roles.hazard_key,
    both_roles.department,
    bool_or(both_roles.is_answerable) as is_answerable,
    bool_or(both_roles.is_reporting) as is_reporting,
    both_roles.department = fct_hazard.department as is_main,
from both_roles
join fct_hazard using (hazard_key)
where both_roles.department not in ('未填报', '待匹配', '不适用')
   or both_roles.department = fct_hazard.department
group by both_roles.hazard_key, both_roles.department, fct_hazard.department
order by both_roles.hazard_key, both_roles.department
