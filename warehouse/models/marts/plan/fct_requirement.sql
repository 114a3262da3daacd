-- one row per requirement × responsible department × occurrence: when it falls due
-- key: requirement_no, department, occurrence
-- occurrence 1 of a requirement to be met once; of a periodic duty one for each whole period up to the deadline, or the deadline itself where no period is whole. A group of departments stands for each of its members.
with
occurrences as (
    select
        requirement_no,
        unnest(case repeats
            when 'months' then list_transform(printed_months, month -> last_day(make_date(year, month, 1)))
            when 'monthly' then list_transform(generate_series(date_trunc('month', starts_on), due_on, interval 1 month), start -> last_day(start))
            when 'quarterly' then list_transform(generate_series(date_trunc('quarter', starts_on), due_on, interval 3 month), start -> last_day(start + interval 2 month))
            when 'half_yearly' then list_transform(
                generate_series(make_date(cast(year(starts_on) as integer), if(month(starts_on) <= 6, 1, 7), 1), due_on, interval 6 month),
                start -> last_day(start + interval 5 month)
            )
            when 'yearly' then list_transform(generate_series(date_trunc('year', starts_on), due_on, interval 1 year), start -> last_day(start + interval 11 month))
            else [due_on]
        end) as ends_on,
        repeats,
        due_on as last_due_on,
        starts_on,
    from int_requirement
),

-- A period the deadline cuts short is due only if no whole one comes before it.
whole as (
    select
        requirement_no,
        if(repeats = 'months', ends_on, least(ends_on, last_due_on)) as due_on,
        repeats,
        starts_on,
    from occurrences
    qualify repeats is null
        or repeats = 'months'
        or ends_on <= last_due_on
        or row_number() over (
            partition by requirement_no
            order by ends_on
        ) = 1
),

numbered as (
    select
        requirement_no,
        due_on,
        row_number() over occurrences_of_requirement as occurrence,
        coalesce(lag(due_on) over occurrences_of_requirement + 1, starts_on) as from_date,
    from whole
    window occurrences_of_requirement as (
        partition by requirement_no
        order by due_on
    )
),

members as (
    select
        requirement_no,
        unnest(departments) as named,
    from int_requirement
),

departments as (
    select distinct
        members.requirement_no,
        coalesce(member.department, members.named) as department,
    from members
    left join stg_department as named_group
        on named_group.department = members.named
        and named_group.kind = 'group'
    left join stg_department as member
        on named_group.department is not null
        and member.is_supervising
        and member.kind = 'department'
)

select
    numbered.requirement_no,
    departments.department,
    cast(numbered.occurrence as integer) as occurrence,
    strftime(numbered.from_date, '%Y-%m') as from_month,
    strftime(numbered.due_on, '%Y-%m') as due_month,
    cast(numbered.due_on as date) as due_on,
from numbered
join departments using (requirement_no)
order by requirement_no, department, occurrence
