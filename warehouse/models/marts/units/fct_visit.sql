-- one row per unit × sender × day of inspection, or × ledger month where no day is stated
-- key: unit_key, submitter, month, visited_on
-- a carried-over or repeated hazard is no evidence of a visit unless its row states a day of its own in that month; rows without a day belong to a dated visit of the same ledger, if there is one.
-- place: of the hazards found, the first in order where they are of several; of a clean visit the sender's, else the address's, else where the unit's hazards mostly are.
with
clean_visits as (
    select
        ledger_row.unit_name,
        ledger_row.unit_address,
        ledger_row.submitter,
        ledger_row.month,
        ledger_row.visited_on,
        0 as hazard_count,
        coalesce(stg_community.community, int_address_community.community) as community,
        null as sector,
        stg_department.department,
    from int_ledger_row as ledger_row
    left join stg_community on stg_community.community = ledger_row.submitter
    left join stg_department
        on stg_department.department = ledger_row.submitter
        and stg_department.kind = 'department'
    left join int_address_community on int_address_community.unit_address = ledger_row.unit_address
    where ledger_row.state = 'visit'
),

hazard_visits as (
    select
        unit_name,
        unit_address,
        submitter,
        month,
        found_on as visited_on,
        1 as hazard_count,
        community,
        sector,
        departments[1] as department,
    from int_hazard_sighting
    where is_primary
      and (
          relation in ('new', 'recurrent', 'reopened', 'same_in_other_ledger')
          or (relation = 'carried_over' and strftime(found_on, '%Y-%m') = month)
      )
),

visits as (
    select
        linked_unit.unit_key,
        visit.* exclude (unit_name, unit_address),
        -- a day of another month is the day of another visit, or a slip of the pen
        min(visited_on) over (partition by linked_unit.unit_key, submitter, month) as first_day,
    from (
        from clean_visits
        union all by name
        from hazard_visits
    ) as visit
    join linked_unit
        on linked_unit.unit_name = visit.unit_name
        and linked_unit.unit_address is not distinct from visit.unit_address
),

placed as (
    select
        unit_key,
        submitter,
        month,
        coalesce(visited_on, first_day) as visited_on,
        sum(hazard_count) as hazard_count,
        min(community) as community,
        min(sector) as sector,
        min(department) as department,
    from visits
    group by all
),

unit_places as (
    select
        unit_key,
        mode(community order by community) as community,
        mode(sector order by sector) as sector,
        mode(departments[1] order by departments[1]) as department,
    from int_hazard_sighting
    where unit_key in (select unit_key from placed where hazard_count = 0)
    group by all
)

select
    placed.unit_key,
    placed.submitter,
    placed.month,
    placed.visited_on,
    cast(placed.hazard_count as integer) as hazard_count,
    coalesce(placed.community, unit_places.community, '未填报') as community,
    coalesce(placed.sector, unit_places.sector, '未填报') as sector,
    coalesce(placed.department, unit_places.department, '未填报') as department,
from placed
left join unit_places using (unit_key)
order by unit_key, submitter, month, visited_on
