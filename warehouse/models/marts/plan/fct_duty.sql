-- one row per month × role: how many rostered persons answer for listed enterprises, and how many met their 2-2-2 duty
-- key: month, role
-- role: administrative or supervising; who is both counts as administrative. Persons themselves are never published. Parts met: at least two listed enterprises inspected, two salient hazards urged, two problems solved.
with
persons as (
    select
        person,
        min(role) as role,
    from (
        select administrative_person as person, 'administrative' as role from stg_roster where is_listed
        union
        select supervising_person as person, 'supervising' as role from stg_roster where is_listed
    )
    where person is not null
    group by all
),

reports as (
    select
        person,
        month,
        max(listed_inspected) as listed_inspected,
        max(hazards_urged) as hazards_urged,
        max(problems_solved) as problems_solved,
    from stg_duty
    group by all
)

select
    dim_month.month,
    persons.role,
    '不适用' as unit_key,
    '不适用' as community,
    '不适用' as sector,
    '不适用' as department,
    '不适用' as category,
    '不适用' as level,
    cast(count(*) as integer) as rostered,
    cast(count(reports.person) as integer) as reporting,
    cast(count(*) filter (listed_inspected >= 2) as integer) as inspecting,
    cast(count(*) filter (hazards_urged >= 2) as integer) as urging,
    cast(count(*) filter (problems_solved >= 2) as integer) as solving,
    cast(count(*) filter (listed_inspected >= 2 and hazards_urged >= 2 and problems_solved >= 2) as integer) as meeting,
from persons
cross join dim_month
left join reports
    on reports.person = persons.person
    and reports.month = dim_month.month
group by dim_month.month, persons.role
order by month, role
