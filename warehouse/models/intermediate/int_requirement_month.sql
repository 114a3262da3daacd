-- one row per requirement × responsible department × occurrence × month since it began: what had been told of it by then
-- key: requirement_no, department, occurrence, month
with
told as (
    select
        requirement_no,
        department,
        month,
        state,
        evidence,
    from read_decided_progress
),

months as (
    select
        fct_requirement.*,
        dim_month.month,
        dim_month.measured_on,
        fct_requirement.due_on <= dim_month.measured_on as is_due,
    from fct_requirement
    join dim_month on dim_month.month >= fct_requirement.from_month
),

-- What is told in the month of an occurrence or later, before the next one begins, is told of it.
statements as (
    select
        months.requirement_no,
        months.department,
        months.occurrence,
        months.month,
        arg_max(told.state, told.month) as state,
        arg_max(told.evidence, told.month) as evidence,
    from months
    join told
        on told.requirement_no = months.requirement_no
        and (told.department is null or told.department = months.department)
        and told.month <= months.month
        and told.month >= months.from_month
    left join fct_requirement as following
        on following.requirement_no = months.requirement_no
        and following.department = months.department
        and following.occurrence = months.occurrence + 1
    where following.from_month is null
       or told.month < following.from_month
       or following.from_month = months.from_month
    group by all
),

occurrences as (
    select
        months.*,
        coalesce(statements.state, 'not_told') as state,
        statements.evidence,
        coalesce(statements.state = 'done', false) as is_done,
    from months
    left join statements using (requirement_no, department, occurrence, month)
)

select *
from occurrences
