-- one row per hazard with a due day: whether it was rectified in time, as far as that can be known
-- key: hazard_key
-- judgement: on_time, late (still open counts as late) or undeterminable. Only hazards not cancelled by the end of the month they were due in.
with
first_spells as (
    select
        hazard_key,
        rectified_on,
        closed_month,
        verified_on,
    from int_hazard_spell
    where spell_number = 1
),

cancelled as (
    select
        hazard_key,
        min(cancelled_month) as cancelled_month,
    from int_hazard_spell
    group by all
),

due as (
    select
        hazard_key,
        due_on,
        strftime(due_on, '%Y-%m') as due_month,
        rectified_on,
        verified_on,
        closed_month,
        cast(closed_month || '-01' as date) as closed_from,
        list_contains(issues, 'dates_reversed') as is_reversed,
    from int_hazard
    join first_spells using (hazard_key)
    join cancelled using (hazard_key)
    where due_on is not null
      and (cancelled_month is null or cancelled_month > strftime(due_on, '%Y-%m'))
)

select
    hazard_key,
    due_on,
    due_month,
    case
        when is_reversed then 'undeterminable'
        when closed_month is null then 'late'
        when rectified_on <= due_on then 'on_time'
        when rectified_on > due_on then 'late'
        when verified_on <= due_on then 'on_time'
        when last_day(closed_from) <= due_on then 'on_time'
        when closed_from > due_on then 'late'
        else 'undeterminable'
    end as judgement,
from due
