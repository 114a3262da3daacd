-- one row per month from the first that any hazard or ledger belongs to, to the month of as_of
-- key: month
with
first_month as (
    select least(
        (select min(opened_month) from int_hazard_spell),
        (select min(month) from int_ledger_part where reason is null),
        (select as_of_month from int_as_of)
    ) as month
),

days as (
    select unnest(generate_series(
        cast(first_month.month || '-01' as date),
        int_as_of.as_of,
        interval 1 month
    )) as starts_on
    from first_month
    cross join int_as_of
)

select
    strftime(starts_on, '%Y-%m') as month,
    cast(starts_on as date) as starts_on,
    last_day(starts_on) as ends_on,
    least(last_day(starts_on), int_as_of.as_of) as measured_on,
    cast(year(starts_on) as integer) as year,
    cast(quarter(starts_on) as integer) as quarter,
    strftime(date_trunc('quarter', starts_on), '%Y-%m') as quarter_from,
    strftime(date_trunc('year', starts_on), '%Y-') || if(month(starts_on) <= 6, '01', '07') as half_from,
    strftime(date_trunc('year', starts_on), '%Y-%m') as year_from,
from days
cross join int_as_of
order by month
