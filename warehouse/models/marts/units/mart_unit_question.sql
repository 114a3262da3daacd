-- one row per pair of units that may be one, for a steward to say
-- key: unit_key, other_key
-- what joining them would change stands beside it: hazards, open hazards and ledger months of each, and the months both have.
with
words as (
    select
        question.unit_key,
        question.other_key,
        string_agg(coalesce(seed_unit_evidence.evidence, question.code), '；' order by question.position) as evidence,
        string_agg(coalesce(seed_unit_evidence.evidence_en, question.code), '; ' order by question.position) as evidence_en,
    from (
        select
            unit_key,
            other_key,
            unnest(evidence) as code,
            generate_subscripts(evidence, 1) as position,
        from linked_unit_question
    ) as question
    left join seed_unit_evidence using (code)
    group by all
),

unit_hazards as (
    select
        unit_key,
        cast(count(*) as integer) as hazard_count,
        cast(count(*) filter (is_open) as integer) as open_count,
    from fct_hazard
    group by all
),

unit_months as (
    select
        linked_unit.unit_key,
        list_sort(list(distinct int_ledger_row.month)) as months,
    from int_ledger_row
    join linked_unit
        on linked_unit.unit_name = int_ledger_row.unit_name
        and linked_unit.unit_address is not distinct from int_ledger_row.unit_address
    where int_ledger_row.state in ('hazard', 'visit', 'repeated')
    group by all
)

select
    question.unit_key,
    question.unit_name,
    question.unit_address,
    question.other_key,
    question.other_name,
    question.other_address,
    question.probability,
    words.evidence,
    words.evidence_en,
    coalesce(mine.hazard_count, 0) as unit_hazard_count,
    coalesce(mine.open_count, 0) as unit_open_count,
    coalesce(my_months.months, []) as months,
    coalesce(theirs.hazard_count, 0) as other_hazard_count,
    coalesce(theirs.open_count, 0) as other_open_count,
    coalesce(their_months.months, []) as other_months,
    cast(len(list_intersect(coalesce(my_months.months, []), coalesce(their_months.months, []))) as integer) as shared_month_count,
from linked_unit_question as question
join words using (unit_key, other_key)
left join unit_hazards as mine on mine.unit_key = question.unit_key
left join unit_hazards as theirs on theirs.unit_key = question.other_key
left join unit_months as my_months on my_months.unit_key = question.unit_key
left join unit_months as their_months on their_months.unit_key = question.other_key
order by
    probability desc,
    unit_key,
    other_key
