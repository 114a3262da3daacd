-- one row per day of the years that any month or high-risk period touches
-- key: date
-- is_working_day: Monday to Friday but no public holiday, and the days made up for one. Years the holiday list does not reach have weekends only.
with
span as (
    select
        date_trunc('year', least((select min(starts_on) from dim_month), (select min(starts_on) from stg_period))) as from_date,
        greatest((select max(ends_on) from dim_month), (select max(ends_on) from stg_period)) as until_date,
),

days as (
    select cast(unnest(generate_series(from_date, date_trunc('year', until_date) + interval 1 year - interval 1 day, interval 1 day)) as date) as date
    from span
)

select
    days.date,
    strftime(days.date, '%Y-%m') as month,
    cast(year(days.date) as integer) as year,
    cast(isodow(days.date) as integer) as weekday,
    stg_holiday.holiday,
    coalesce(stg_holiday.kind = 'off', false) as is_day_off,
    coalesce(stg_holiday.kind = 'working_make_up', false) as is_make_up_day,
    case stg_holiday.kind
        when 'off' then false
        when 'working_make_up' then true
        else isodow(days.date) <= 5
    end as is_working_day,
from days
left join stg_holiday using (date)
order by date
