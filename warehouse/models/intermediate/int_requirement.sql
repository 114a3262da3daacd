-- one row per requirement: when it is due and how often, read from the printed words
-- key: requirement_no
-- due_on: a stated day, the end of a stated month or year, the end of a high-risk period named with 结束, the eve of one named with 前; null where nothing can be read.
-- repeats: months (the ones printed), monthly, quarterly, half_yearly, yearly, or null for once. The shortest interval printed counts.
with
named_periods as (
    select
        stg_requirement.requirement_no,
        max(stg_period.ends_on) as ends_on,
        min(stg_period.starts_on) as starts_on,
    from stg_requirement
    join stg_period
        on stg_period.is_foreseen
        and stg_period.year = stg_requirement.year
        and contains(stg_requirement.due_text, stg_period.period)
    group by all
),

texts as (
    select
        stg_requirement.*,
        named_periods.ends_on as period_ends_on,
        named_periods.starts_on as period_starts_on,
        regexp_extract(due_text, '(\d{4})年(\d{1,2})月(\d{1,2})[日号]', ['y', 'm', 'd']) as day,
        regexp_extract_all(due_text, '(?:\d{4}年)?\d{1,2}月') as named_months,
        regexp_extract(due_text, '(\d{4})年(?:年)?[底末]', 1) as year_end,
        list_transform(
            regexp_extract_all(regexp_extract(requirement, '(?:\d{1,2}月[、，和及])+\d{1,2}月'), '\d{1,2}'),
            month -> cast(month as integer)
        ) as printed_months,
    from stg_requirement
    left join named_periods using (requirement_no)
),

last_months as (
    select
        *,
        named_months[-1] as last_month,
        named_months[1] as first_month,
    from texts
),

dated as (
    select
        *,
        case
            when day.d <> '' then try_cast(day.y || '-' || lpad(day.m, 2, '0') || '-' || lpad(day.d, 2, '0') as date)
            when period_ends_on is not null and contains(due_text, '结束') then period_ends_on
            when period_starts_on is not null and contains(due_text, '前') then period_starts_on - 1
            when year_end <> '' then make_date(cast(year_end as integer), 12, 31)
            when last_month is not null then try_cast(last_day(make_date(
                coalesce(try_cast(regexp_extract(last_month, '(\d{4})年', 1) as integer), year),
                cast(regexp_extract(last_month, '(\d{1,2})月', 1) as integer),
                1
            )) as date)
        end as due_on,
        case
            when len(named_months) > 1 or regexp_matches(due_text, '月[至到—\-－~～]') then make_date(
                coalesce(try_cast(regexp_extract(first_month, '(\d{4})年', 1) as integer), year),
                cast(regexp_extract(first_month, '(\d{1,2})月', 1) as integer),
                1
            )
        end as starts_on,
    from last_months
)

select
    requirement_no,
    printed_no,
    task_no,
    task,
    measure_no,
    measure,
    requirement,
    departments,
    due_text,
    is_due_inherited,
    year,
    source,
    due_on,
    cast(coalesce(starts_on, date_trunc('month', due_on)) as date) as starts_on,
    printed_months,
    coalesce(repeats, case
        when len(printed_months) > 0 then 'months'
        when regexp_matches(requirement, '每月|月通报|每个月') then 'monthly'
        when regexp_matches(requirement, '每季度|每个季度') then 'quarterly'
        when contains(requirement, '每半年') then 'half_yearly'
        when contains(requirement, '每年') then 'yearly'
    end) as repeats,
from dated
