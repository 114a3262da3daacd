-- one row per deadline of a hazard × variant: the deadline set when it was found, and one for each re-opening that set another, as first stated and as in force
-- key: hazard_key, spell_number, variant
-- variant: original, or effective, which is the original unless it was extended in time. Place as in the month it falls due.
-- An extension counts only if granted before the original due day: the ledger that states it is of a month that ended by then. Later statements change nothing; a person's decision in time does.
-- judgement: on_time, late (still open is late) or undeterminable; null while the day has not come, or when the hazard was cancelled by the end of the month it was due in.
with
spells_by_month as (
    select
        hazard_key,
        month,
        max(spell_number) as spell_number,
    from int_hazard_sighting
    group by all
),

stated as (
    select
        hazard_key,
        spell_number,
        sighting_number,
        month,
        last_day(cast(month || '-01' as date)) as said_by,
        due_on,
        due_kind,
        due_precision,
        false as is_decided,
    from int_hazard_sighting
    where due_on is not null

    union all by name

    -- Whether it was granted in time was judged with the decision.
    select
        decision.hazard_key,
        max(spells_by_month.spell_number) as spell_number,
        1000000 + decision.decision_number as sighting_number,
        decision.month,
        coalesce(decision.happened_on, decision.decided_on) as said_by,
        cast(decision.value as date) as due_on,
        'date' as due_kind,
        'day' as due_precision,
        true as is_decided,
    from int_hazard_decision as decision
    join spells_by_month
        on spells_by_month.hazard_key = decision.hazard_key
        and spells_by_month.month <= decision.month
    where decision.kind = 'hazard_due'
      and decision.outcome = 'applies'
    group by all
),

originals as (
    select
        hazard_key,
        spell_number,
        arg_min(due_on, sighting_number) as due_original_on,
        min(sighting_number) as first_number,
        min(month) as due_stated_month,
    from stated
    group by all
),

effective as (
    select
        stated.hazard_key,
        stated.spell_number,
        originals.due_original_on,
        originals.due_stated_month,
        arg_max(stated.due_on, stated.sighting_number) as due_on,
        arg_max(stated.due_kind, stated.sighting_number) as due_kind,
        arg_max(stated.due_precision, stated.sighting_number) as due_precision,
    from stated
    join originals using (hazard_key, spell_number)
    where stated.sighting_number = originals.first_number
       or stated.is_decided
       or (stated.due_on > originals.due_original_on and stated.said_by <= originals.due_original_on)
    group by all
),

-- Ledgers copy the first deadline along: a re-opening has a deadline of its own only if it states another.
deadlines as (
    select *
    from effective
    qualify due_original_on is distinct from lag(due_original_on) over (
        partition by hazard_key
        order by spell_number
    )
),

lives as (
    select
        hazard_key,
        min(opened_month) as found_month,
        min(cancelled_month) as cancelled_month,
    from int_hazard_spell
    group by all
),

closings as (
    select
        deadlines.*,
        lives.found_month,
        lives.cancelled_month,
        spell.rectified_on,
        spell.verified_on,
        spell.closed_month,
        cast(spell.closed_month || '-01' as date) as closed_from,
        list_contains(int_hazard.issues, 'dates_reversed') as is_reversed,
    from deadlines
    join int_hazard_spell as spell using (hazard_key, spell_number)
    join lives using (hazard_key)
    join int_hazard using (hazard_key)
),

days as (
    select
        'original' as variant,
        due_original_on as day,
        * exclude (due_on, due_original_on),
    from closings
    union all by name
    select
        'effective' as variant,
        due_on as day,
        * exclude (due_on, due_original_on),
    from closings
),

judged as (
    select
        *,
        strftime(day, '%Y-%m') as due_month,
        case
            when day > as_of then null
            when cancelled_month <= found_month then null
            when cancelled_month <= strftime(day, '%Y-%m') then null
            when is_reversed then 'undeterminable'
            when closed_month is null then 'late'
            when rectified_on <= day then 'on_time'
            when rectified_on > day then 'late'
            when verified_on <= day then 'on_time'
            when last_day(closed_from) <= day then 'on_time'
            when closed_from > day then 'late'
            else 'undeterminable'
        end as judgement,
    from days
    cross join int_as_of
)

select
    judged.hazard_key,
    judged.spell_number,
    judged.variant,
    judged.due_month,
    judged.day as due_on,
    judged.due_kind,
    judged.due_precision,
    judged.due_stated_month,
    judged.judgement as due_judgement,
    place.community,
    place.sector,
    place.department,
    place.category,
    place.level,
from judged
join int_hazard_place as place
    on place.hazard_key = judged.hazard_key
    and judged.due_month >= place.from_month
    and (place.until_month is null or judged.due_month < place.until_month)
order by hazard_key, spell_number, variant
