-- one row per hazard: an accumulating snapshot of its life up to as_of
-- key: hazard_key
-- days are null unless a ledger states them; months never are, once the thing has happened.
with
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
        hazard.community,
        hazard.community_origin,
        hazard.sector,
        hazard.sector_origin,
        hazard.department,
        hazard.departments,
        hazard.department_origin,
        hazard.category,
        hazard.category_origin,
        hazard.level,
        hazard.level_origin,
        hazard.level_criterion,
        hazard.community_confidence,
        hazard.sector_confidence,
        hazard.department_confidence,
        hazard.category_confidence,
        hazard.level_confidence,
        hazard.hazard_text,
        hazard.measures_text,
        hazard.status,
        lives.found_on,
        if(lives.found_on is null, 'unknown', 'stated') as found_on_origin,
        lives.found_month,
        hazard.due_on,
        hazard.due_kind,
        hazard.due_precision,
        hazard.due_text,
        int_hazard_due.judgement as due_judgement,
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
    from int_hazard as hazard
    join lives using (hazard_key)
    left join int_hazard_due using (hazard_key)
)

select
    hazards.*,
    coalesce(is_open and due_on < as_of, false) as is_overdue,
    case
        when is_open and found_on <= as_of then cast(as_of - found_on as integer)
    end as days_open,
    case
        when due_kind <> 'immediate' and rectified_on >= found_on then cast(rectified_on - found_on as integer)
    end as days_to_rectify,
from hazards
cross join int_as_of
order by hazard_key
