-- one row per time a hazard was rectified, with what followed
-- key: hazard_key, spell_number
-- a hazard cancelled later had been rectified all the same. place as in the month of the closing. recurrence_90, recurrence_180: recurrent (a new hazard of the same unit and category came 1 to 90, or 180, days after), none,
-- undeterminable (days or category not stated), no_follow_up (as_of is nearer than that). Carried-over and re-opened hazards are not new ones.
-- corrective_action: what the latest measures at the hazard say was done (corrective_actions.csv), 未填报 where they do not say.
with
lives as (
    select
        hazard_key,
        fct_hazard.unit_key,
        fct_hazard.category,
        fct_hazard.found_on,
        fct_hazard.found_month,
        fct_hazard.due_kind,
        fct_hazard.cancelled_month,
        fct_hazard.measures_text,
    from fct_hazard
    where cancelled_month is null
       or cancelled_month > found_month
),

spells as (
    select
        spell.*,
        lead(opened_month) over (
            partition by hazard_key
            order by spell_number
        ) as reopened_month,
    from int_hazard_spell as spell
),

-- A closing with a stated day lies on it; one without lies somewhere in its month.
closings as (
    select
        spells.hazard_key,
        spells.spell_number,
        lives.unit_key,
        lives.category as last_category,
        lives.due_kind = 'immediate' as is_on_the_spot,
        lives.measures_text,
        spells.closed_month,
        spells.rectified_on,
        spells.reopened_month,
        coalesce(spells.rectified_on, cast(spells.closed_month || '-01' as date)) as closed_from,
        coalesce(spells.rectified_on, least(last_day(cast(spells.closed_month || '-01' as date)), as_of)) as closed_until,
        if(spells.spell_number = 1, lives.found_on, null) as opened_on,
        as_of,
    from spells
    join lives using (hazard_key)
    cross join int_as_of
    where spells.closed_month is not null
      and spells.closed_month <= as_of_month
      and (lives.cancelled_month is null or lives.cancelled_month > spells.closed_month)
),

findings as (
    select
        hazard_key,
        unit_key,
        category,
        coalesce(found_on, cast(found_month || '-01' as date)) as found_from,
        coalesce(found_on, least(last_day(cast(found_month || '-01' as date)), as_of)) as found_until,
    from lives
    cross join int_as_of
    where category <> '待匹配'
      and cancelled_month is null
),

-- Few texts, many hazards: each text is looked at once.
actions as (
    select
        texts.measures_text,
        arg_min(action, position) as corrective_action,
    from (select distinct measures_text from closings) as texts
    join stg_corrective_action
        on regexp_matches(texts.measures_text, pattern)
    group by all
),

followed as (
    select
        closings.hazard_key,
        closings.spell_number,
        bool_or(found_from > closed_until and found_until - closed_from <= 90) as surely_90,
        bool_or(found_from - closed_until <= 90) as perhaps_90,
        bool_or(found_from > closed_until and found_until - closed_from <= 180) as surely_180,
        bool_or(found_from - closed_until <= 180) as perhaps_180,
    from closings
    join findings
        on findings.unit_key = closings.unit_key
        and findings.category = closings.last_category
        and findings.hazard_key <> closings.hazard_key
        and findings.found_until > closings.closed_from
    group by all
)

select
    closings.hazard_key,
    closings.spell_number,
    closings.unit_key,
    place.community,
    place.sector,
    place.department,
    place.category,
    place.level,
    closings.closed_month,
    closings.rectified_on,
    closings.is_on_the_spot,
    coalesce(actions.corrective_action, '未填报') as corrective_action,
    case
        when not is_on_the_spot and closings.rectified_on >= closings.opened_on then cast(closings.rectified_on - closings.opened_on as integer)
    end as days_to_rectify,
    closings.reopened_month,
    case
        when closings.reopened_month is not null then 'reopened'
        when closed_until + cast((select value from stg_threshold where threshold = 'rebound_days') as integer) > as_of then 'no_follow_up'
        else 'none'
    end as rebound,
    case
        when closed_until + 90 > as_of then 'no_follow_up'
        when last_category = '待匹配' then 'undeterminable'
        when surely_90 then 'recurrent'
        when perhaps_90 then 'undeterminable'
        else 'none'
    end as recurrence_90,
    case
        when closed_until + 180 > as_of then 'no_follow_up'
        when last_category = '待匹配' then 'undeterminable'
        when surely_180 then 'recurrent'
        when perhaps_180 then 'undeterminable'
        else 'none'
    end as recurrence_180,
from closings
join fct_hazard_month as place
    on place.hazard_key = closings.hazard_key
    and place.month = closings.closed_month
    and not place.is_leaving
left join actions
    on actions.measures_text = closings.measures_text
left join followed
    on followed.hazard_key = closings.hazard_key
    and followed.spell_number = closings.spell_number
order by closings.closed_month, closings.hazard_key, closings.spell_number
