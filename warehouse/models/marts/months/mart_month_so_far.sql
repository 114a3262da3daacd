-- one row per month × community × sector × department × category × level, of the unfinished last month, the month before and the same month last year: the columns of mart_month up to the same day
-- key: month, community, sector, department, category, level
-- as: view
-- no row where the last month is finished. Only what is dated counts, in all three months alike: findings and rectifications without a stated day, re-openings and verifications are left out.
with
unfinished as (
    select
        month,
        starts_on,
        day(measured_on) as days,
    from dim_month
    where measured_on < ends_on
),

cuts as (
    select
        dim_month.month,
        cast(least(dim_month.starts_on + cast(unfinished.days - 1 as integer), dim_month.ends_on) as date) as cut_on,
    from unfinished
    join dim_month on dim_month.month in (
        unfinished.month,
        strftime(unfinished.starts_on - interval 1 month, '%Y-%m'),
        strftime(unfinished.starts_on - interval 1 year, '%Y-%m')
    )
),

closings as (
    select
        hazard_key,
        closed_month as month,
        max(rectified_on) as rectified_on,
    from fct_closing
    group by all
),

dues as (
    select
        hazard_key,
        arg_max(due_on, spell_number) as due_on,
    from fct_due
    where variant = 'effective'
    group by all
),

stocks as (
    select
        stock.month,
        stock.community,
        stock.sector,
        stock.department,
        stock.category,
        stock.level,
        cuts.cut_on,
        dues.due_on,
        stock.opening,
        if(fct_hazard.found_on <= cuts.cut_on, stock.found, 0) as found,
        if(closings.rectified_on <= cuts.cut_on, least(stock.closed, stock.opening + if(fct_hazard.found_on <= cuts.cut_on, stock.found, 0)), 0) as closed,
        stock.found_without_due,
    from fct_hazard_month as stock
    join cuts using (month)
    join fct_hazard using (hazard_key)
    left join closings using (hazard_key, month)
    left join dues using (hazard_key)
    where not stock.is_leaving
),

to_date as (
    select
        cuts.month,
        mart_month.community,
        mart_month.sector,
        mart_month.department,
        mart_month.category,
        mart_month.level,
        mart_month.found_to_date as found_before,
        mart_month.verified_to_date as verified_before,
    from mart_month
    join cuts on mart_month.month = strftime(cuts.cut_on - interval 1 month, '%Y-%m')
),

events as (
    select
        stocks.*,
        opening + found - closed as closing,
        if(found > 0 and closed > 0, 1, 0) as found_and_rectified,
    from stocks
    union all by name
    select
        cuts.month,
        fct_due.community,
        fct_due.sector,
        fct_due.department,
        fct_due.category,
        fct_due.level,
        fct_due.variant,
        fct_due.due_judgement,
    from fct_due
    join cuts on cuts.month = fct_due.due_month
    where fct_due.due_judgement is not null
      and fct_due.due_on <= cuts.cut_on
    union all by name
    from to_date
)

select
    month,
    community,
    sector,
    department,
    category,
    level,
    coalesce(sum(opening), 0) as opening,
    coalesce(sum(found), 0) as found,
    0 as reopened,
    coalesce(sum(closed), 0) as closed,
    0 as cancelled,
    0 as transferred,
    coalesce(sum(closing), 0) as closing,
    coalesce(sum(closed), 0) as rectified,
    0 as verified,
    coalesce(sum(found), 0) as cohort,
    coalesce(sum(found_and_rectified), 0) as found_and_rectified,
    coalesce(sum(found_before), 0) + coalesce(sum(found), 0) as found_to_date,
    coalesce(sum(found_before), 0) + coalesce(sum(found), 0) - coalesce(sum(closing), 0) as rectified_to_date,
    coalesce(sum(verified_before), 0) as verified_to_date,
    count(*) filter (variant = 'effective') as due,
    count(*) filter (variant = 'effective' and due_judgement <> 'undeterminable') as due_judgeable,
    count(*) filter (variant = 'effective' and due_judgement = 'on_time') as due_on_time,
    count(*) filter (variant = 'effective' and due_judgement = 'undeterminable') as due_undeterminable,
    count(*) filter (variant = 'original') as due_original,
    count(*) filter (variant = 'original' and due_judgement <> 'undeterminable') as due_original_judgeable,
    count(*) filter (variant = 'original' and due_judgement = 'on_time') as due_original_on_time,
    count(*) filter (variant = 'original' and due_judgement = 'undeterminable') as due_original_undeterminable,
    coalesce(sum(found_without_due) filter (found > 0), 0) as found_without_due,
    coalesce(sum(closing) filter (due_on is not null), 0) as open_with_due,
    coalesce(sum(closing) filter (due_on < cut_on), 0) as overdue,
    coalesce(sum(closing) filter (cut_on - due_on between 1 and 7), 0) as overdue_1_7,
    coalesce(sum(closing) filter (cut_on - due_on between 8 and 30), 0) as overdue_8_30,
    coalesce(sum(closing) filter (cut_on - due_on between 31 and 90), 0) as overdue_31_90,
    coalesce(sum(closing) filter (cut_on - due_on > 90), 0) as overdue_over_90,
from events
group by all
