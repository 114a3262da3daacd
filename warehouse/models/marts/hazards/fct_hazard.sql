-- one row per hazard: an accumulating snapshot of its life up to as_of
-- key: hazard_key
-- days are null unless a ledger states them; months never are, once the thing has happened. due_on is the deadline in force (extensions granted in time count), place the last one stated.
with
last_places as (
    select *
    from int_hazard_place
    where until_month is null
),

last_dues as (
    select
        hazard_key,
        arg_max(due_on, spell_number) filter (variant = 'original') as due_original_on,
        arg_max({'due_on': due_on, 'kind': due_kind, 'precision': due_precision, 'judgement': due_judgement}, spell_number) filter (variant = 'effective') as effective,
    from fct_due
    group by all
),

lives as (
    select
        hazard_key,
        min(opened_month) as found_month,
        min(found_on) as found_on,
        arg_max(spell.rectified_on, spell_number) filter (spell_number = last_spell) as rectified_on,
        arg_max(spell.closed_month, spell_number) filter (spell_number = last_spell) as rectified_month,
        arg_max(spell.verified_on, spell_number) filter (spell_number = last_spell) as verified_on,
        arg_max(spell.verified_month, spell_number) filter (spell_number = last_spell) as verified_month,
        min(cancelled_month) as cancelled_month,
    from (
        select
            *,
            max(spell_number) over (partition by hazard_key) as last_spell,
        from int_hazard_spell
    ) as spell
    group by all
),

hazards as (
    select
        hazard.hazard_key,
        hazard.unit_key,
        last_places.community,
        last_places.community_origin,
        last_places.sector,
        last_places.sector_origin,
        last_places.department,
        hazard.departments,
        last_places.department_origin,
        last_places.category,
        last_places.category_origin,
        last_places.level,
        last_places.level_origin,
        if(last_places.level_origin = 'text', hazard.level_criterion, null) as level_criterion,
        if(last_places.community_origin = 'decision', 1, hazard.community_confidence) as community_confidence,
        if(last_places.sector_origin = 'decision', 1, hazard.sector_confidence) as sector_confidence,
        if(last_places.department_origin = 'decision', 1, hazard.department_confidence) as department_confidence,
        if(last_places.category_origin = 'decision', 1, hazard.category_confidence) as category_confidence,
        if(last_places.level_origin = 'decision', 1, hazard.level_confidence) as level_confidence,
        hazard.hazard_text,
        hazard.measures_text,
        hazard.status,
        hazard.status_origin,
        lives.found_on,
        if(lives.found_on is null, 'unknown', 'stated') as found_on_origin,
        int_hazard_discovery.found_after,
        int_hazard_discovery.found_before,
        lives.found_month,
        last_dues.effective.due_on as due_on,
        hazard.due_origin,
        coalesce(last_dues.effective.kind, hazard.due_kind) as due_kind,
        coalesce(last_dues.effective.precision, hazard.due_precision) as due_precision,
        hazard.due_text,
        last_dues.effective.judgement as due_judgement,
        last_dues.due_original_on,
        lives.rectified_on,
        lives.rectified_month,
        lives.verified_on,
        lives.verified_month,
        lives.cancelled_month,
        hazard.escalated_to,
        hazard.status not in ('rectified', 'verified', 'cancelled') as is_open,
        hazard.is_recurrence,
        hazard.recurrence_of,
        cast(hazard.rebound_count as integer) as rebound_count,
        cast(hazard.ledger_row_count as integer) as ledger_row_count,
        hazard.submitters,
        hazard.issues,
        hazard.first_file,
        hazard.first_file_sha256,
        hazard.first_sheet,
        hazard.first_row,
        hazard.first_ledger_month,
        hazard.last_ledger_month,
        coalesce(int_hazard_silence.silent_ledger_count, 0) as silent_ledger_count,
    from int_hazard as hazard
    join lives using (hazard_key)
    join last_places using (hazard_key)
    left join last_dues using (hazard_key)
    left join int_hazard_discovery using (hazard_key)
    left join int_hazard_silence using (hazard_key)
)

select
    hazards.*,
    coalesce(is_open and due_on < as_of, false) as is_overdue,
    case
        when is_open then cast(date_diff('month', cast(last_ledger_month || '-01' as date), as_of) as integer)
    end as months_silent,
    case
        when is_open and found_on <= as_of then cast(as_of - found_on as integer)
    end as days_open,
    case
        when due_kind <> 'immediate' and rectified_on >= found_on then cast(rectified_on - found_on as integer)
    end as days_to_rectify,
from hazards
cross join int_as_of
order by hazard_key
