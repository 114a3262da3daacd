-- one row per month × community × sector × department × category × level, dense from the slice's first month to the last
-- key: month, community, sector, department, category, level
-- flows (found, reopened, closed, …) add up over months; stocks (opening, closing, …_to_date, open_with_due, overdue…) must not be added over months.
with
slices_of_hazards as (
    select
        hazard_key,
        community,
        sector,
        department,
        category,
        level,
    from fct_hazard
),

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
        sum(found - withdrawn) as kept,
        sum(verified - unverified) as kept_verified,
        sum(found_and_rectified) as found_and_rectified,
        sum(open_with_due) as open_with_due,
        sum(overdue) as overdue,
        count(*) filter (days_overdue between 1 and 7) as overdue_1_7,
        count(*) filter (days_overdue between 8 and 30) as overdue_8_30,
        count(*) filter (days_overdue between 31 and 90) as overdue_31_90,
        count(*) filter (days_overdue > 90) as overdue_over_90,
    from fct_hazard_month
    join slices_of_hazards using (hazard_key)
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
        count(*) as due,
        count(*) filter (judgement <> 'undeterminable') as due_judgeable,
        count(*) filter (judgement = 'on_time') as due_on_time,
        count(*) filter (judgement = 'undeterminable') as due_undeterminable,
    from int_hazard_due
    join slices_of_hazards using (hazard_key)
    join dim_month on dim_month.month = due_month
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
    from (
        select month, community, sector, department, category, level from moves
        union all
        select month, community, sector, department, category, level from dues
    )
    group by all
),

dense as (
    select
        dim_month.month,
        slices.* exclude (first_month),
    from slices
    join dim_month on dim_month.month >= slices.first_month
),

filled as (
    select
        dense.*,
        coalesce(opening, 0) as opening,
        coalesce(found, 0) as found,
        coalesce(reopened, 0) as reopened,
        coalesce(closed, 0) as closed,
        coalesce(cancelled, 0) as cancelled,
        coalesce(transferred, 0) as transferred,
        coalesce(closing, 0) as closing,
        coalesce(verified, 0) as verified,
        coalesce(found_and_rectified, 0) as found_and_rectified,
        coalesce(kept, 0) as kept,
        coalesce(kept_verified, 0) as kept_verified,
        coalesce(due, 0) as due,
        coalesce(due_judgeable, 0) as due_judgeable,
        coalesce(due_on_time, 0) as due_on_time,
        coalesce(due_undeterminable, 0) as due_undeterminable,
        coalesce(open_with_due, 0) as open_with_due,
        coalesce(overdue, 0) as overdue,
        coalesce(overdue_1_7, 0) as overdue_1_7,
        coalesce(overdue_8_30, 0) as overdue_8_30,
        coalesce(overdue_31_90, 0) as overdue_31_90,
        coalesce(overdue_over_90, 0) as overdue_over_90,
    from dense
    left join moves using (month, community, sector, department, category, level)
    left join dues using (month, community, sector, department, category, level)
),

cumulated as (
    select
        *,
        sum(kept) over slice_so_far as found_to_date,
        sum(kept_verified) over slice_so_far as verified_to_date,
    from filled
    window slice_so_far as (
        partition by community, sector, department, category, level
        order by month
    )
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
    cast(found_and_rectified as integer) as found_and_rectified,
    cast(found_to_date as integer) as found_to_date,
    cast(found_to_date - closing as integer) as rectified_to_date,
    cast(verified_to_date as integer) as verified_to_date,
    cast(due as integer) as due,
    cast(due_judgeable as integer) as due_judgeable,
    cast(due_on_time as integer) as due_on_time,
    cast(due_undeterminable as integer) as due_undeterminable,
    cast(open_with_due as integer) as open_with_due,
    cast(overdue as integer) as overdue,
    cast(overdue_1_7 as integer) as overdue_1_7,
    cast(overdue_8_30 as integer) as overdue_8_30,
    cast(overdue_31_90 as integer) as overdue_31_90,
    cast(overdue_over_90 as integer) as overdue_over_90,
from cumulated
order by month, community, sector, department, category, level
