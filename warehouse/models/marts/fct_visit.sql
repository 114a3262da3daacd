-- one row per unit × sender × day of inspection, or × ledger month where no day is stated
-- key: unit_key, submitter, month, visited_on
-- a carried-over or repeated hazard is no evidence of a visit unless its row states a day of its own in that month.
with
clean_visits as (
    select
        unit_name,
        unit_address,
        submitter,
        month,
        visited_on,
        0 as hazard_count,
    from int_ledger_row
    where state = 'visit'
),

hazard_visits as (
    select
        unit_name,
        unit_address,
        submitter,
        month,
        found_on as visited_on,
        1 as hazard_count,
    from int_hazard_sighting
    where is_primary
      and (
          relation in ('new', 'recurrent', 'reopened', 'same_in_other_ledger')
          or (relation = 'carried_over' and strftime(found_on, '%Y-%m') = month)
      )
),

visits as (
    select * from clean_visits
    union all
    select * from hazard_visits
)

select
    linked_unit.unit_key,
    visits.submitter,
    visits.month,
    visits.visited_on,
    cast(sum(visits.hazard_count) as integer) as hazard_count,
from visits
join linked_unit
    on linked_unit.unit_name = visits.unit_name
    and linked_unit.unit_address is not distinct from visits.unit_address
group by all
order by unit_key, submitter, month, visited_on
