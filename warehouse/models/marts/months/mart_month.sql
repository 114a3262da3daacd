-- one row per month × community × sector × department × category × level, dense from the slice's first month to the last
-- key: month, community, sector, department, category, level
-- flows (found, reopened, closed, transferred, due …) add up over months; stocks (opening, closing, …_to_date, quarter_…, year_…, open_with_due, overdue…) must not be added over months.
-- The sum over slices is the total of the month. Longer periods: mart_period.
with
moves as (
    select
        month,
        community,
        sector,
        department,
        category,
        level,
        sum(opening) as opening,
        sum(found) as found,
        sum(reopened) as reopened,
        sum(closed) as closed,
        sum(cancelled) as cancelled,
        sum(transferred) as transferred,
        sum(closing) as closing,
        sum(verified) as verified,
        sum(found_and_rectified) as found_and_rectified,
        sum(found_without_due) as found_without_due,
        sum(open_with_due) as open_with_due,
        sum(overdue) as overdue,
        sum(found_net) as found_net,
        sum(verified_net) as verified_net,
        sum(found_net) filter (found_month >= quarter_from) as quarter_net,
        sum(closing) filter (found_month >= quarter_from) as quarter_open,
        sum(found_net) filter (found_month >= year_from) as year_net,
        sum(closing) filter (found_month >= year_from) as year_open,
        count(*) filter (days_overdue between 1 and 7) as overdue_1_7,
        count(*) filter (days_overdue between 8 and 30) as overdue_8_30,
        count(*) filter (days_overdue between 31 and 90) as overdue_31_90,
        count(*) filter (days_overdue > 90) as overdue_over_90,
    from fct_hazard_month
    join dim_month using (month)
    group by all
),

dues as (
    select
        due_month as month,
        community,
        sector,
        department,
        category,
        level,
        count(*) filter (variant = 'effective') as due,
        count(*) filter (variant = 'effective' and due_judgement <> 'undeterminable') as due_judgeable,
        count(*) filter (variant = 'effective' and due_judgement = 'on_time') as due_on_time,
        count(*) filter (variant = 'effective' and due_judgement = 'undeterminable') as due_undeterminable,
        count(*) filter (variant = 'original') as due_original,
        count(*) filter (variant = 'original' and due_judgement <> 'undeterminable') as due_original_judgeable,
        count(*) filter (variant = 'original' and due_judgement = 'on_time') as due_original_on_time,
        count(*) filter (variant = 'original' and due_judgement = 'undeterminable') as due_original_undeterminable,
    from fct_due
    join dim_month on dim_month.month = due_month
    where due_judgement is not null
    group by all
),

slices as (
    select
        community,
        sector,
        department,
        category,
        level,
        min(month) as first_month,
        row_number() over () as slice,
    from (
        select month, community, sector, department, category, level from moves
        union all
        select month, community, sector, department, category, level from dues
    )
    group by all
),

-- From here on a slice is a number: windows and joins of five names are slow.
slice_moves as (
    select
        slice,
        moves.* exclude (community, sector, department, category, level),
    from moves
    join slices using (community, sector, department, category, level)
),

slice_dues as (
    select
        slice,
        dues.* exclude (community, sector, department, category, level),
    from dues
    join slices using (community, sector, department, category, level)
),

dense as (
    select
        slices.slice,
        dim_month.month,
        dim_month.quarter_from,
        dim_month.year_from,
        coalesce(found_net, 0) as found_net,
        coalesce(verified_net, 0) as verified_net,
        coalesce(quarter_net, 0) as quarter_net,
        coalesce(year_net, 0) as year_net,
    from slices
    join dim_month on dim_month.month >= slices.first_month
    left join slice_moves
        on slice_moves.slice = slices.slice
        and slice_moves.month = dim_month.month
),

to_date as (
    select
        slice,
        month,
        sum(found_net) over slice_so_far as found_to_date,
        sum(verified_net) over slice_so_far as verified_to_date,
        sum(quarter_net) over quarter_so_far as quarter_found,
        sum(year_net) over year_so_far as year_found,
    from dense
    window
        slice_so_far as (
            partition by slice
            order by month
        ),
        quarter_so_far as (
            partition by slice, quarter_from
            order by month
        ),
        year_so_far as (
            partition by slice, year_from
            order by month
        )
),

cumulated as (
    select
        to_date.*,
        slices.community,
        slices.sector,
        slices.department,
        slices.category,
        slices.level,
        coalesce(opening, 0) as opening,
        coalesce(found, 0) as found,
        coalesce(reopened, 0) as reopened,
        coalesce(closed, 0) as closed,
        coalesce(cancelled, 0) as cancelled,
        coalesce(transferred, 0) as transferred,
        coalesce(closing, 0) as closing,
        coalesce(verified, 0) as verified,
        coalesce(found_and_rectified, 0) as found_and_rectified,
        coalesce(found_without_due, 0) as found_without_due,
        coalesce(open_with_due, 0) as open_with_due,
        coalesce(overdue, 0) as overdue,
        coalesce(quarter_open, 0) as quarter_open,
        coalesce(year_open, 0) as year_open,
        coalesce(overdue_1_7, 0) as overdue_1_7,
        coalesce(overdue_8_30, 0) as overdue_8_30,
        coalesce(overdue_31_90, 0) as overdue_31_90,
        coalesce(overdue_over_90, 0) as overdue_over_90,
        coalesce(due, 0) as due,
        coalesce(due_judgeable, 0) as due_judgeable,
        coalesce(due_on_time, 0) as due_on_time,
        coalesce(due_undeterminable, 0) as due_undeterminable,
        coalesce(due_original, 0) as due_original,
        coalesce(due_original_judgeable, 0) as due_original_judgeable,
        coalesce(due_original_on_time, 0) as due_original_on_time,
        coalesce(due_original_undeterminable, 0) as due_original_undeterminable,
    from to_date
    join slices using (slice)
    left join slice_moves using (slice, month)
    left join slice_dues using (slice, month)
)

select
    month,
    community,
    sector,
    department,
    category,
    level,
    cast(opening as integer) as opening,
    cast(found as integer) as found,
    cast(reopened as integer) as reopened,
    cast(closed as integer) as closed,
    cast(cancelled as integer) as cancelled,
    cast(transferred as integer) as transferred,
    cast(closing as integer) as closing,
    cast(closed as integer) as rectified,
    cast(verified as integer) as verified,
    cast(found as integer) as cohort,
    cast(found_and_rectified as integer) as found_and_rectified,
    cast(found_to_date as integer) as found_to_date,
    cast(found_to_date - closing as integer) as rectified_to_date,
    cast(verified_to_date as integer) as verified_to_date,
    cast(quarter_found as integer) as quarter_found,
    cast(quarter_found - quarter_open as integer) as quarter_rectified,
    cast(year_found as integer) as year_found,
    cast(year_found - year_open as integer) as year_rectified,
    cast(due as integer) as due,
    cast(due_judgeable as integer) as due_judgeable,
    cast(due_on_time as integer) as due_on_time,
    cast(due_undeterminable as integer) as due_undeterminable,
    cast(due_original as integer) as due_original,
    cast(due_original_judgeable as integer) as due_original_judgeable,
    cast(due_original_on_time as integer) as due_original_on_time,
    cast(due_original_undeterminable as integer) as due_original_undeterminable,
    cast(found_without_due as integer) as found_without_due,
    cast(open_with_due as integer) as open_with_due,
    cast(overdue as integer) as overdue,
    cast(overdue_1_7 as integer) as overdue_1_7,
    cast(overdue_8_30 as integer) as overdue_8_30,
    cast(overdue_31_90 as integer) as overdue_31_90,
    cast(overdue_over_90 as integer) as overdue_over_90,
from cumulated
order by month, community, sector, department, category, level
