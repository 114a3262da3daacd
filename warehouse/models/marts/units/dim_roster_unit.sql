-- one row per unit of the office's roster, with the unit of the ledgers it is
-- key: roster_no
-- unit_key is null while no ledger has ever named it. Joined by name and address, or by the name alone where the ledgers know it at one place only.
with
roster as (
    select
        *,
        row_number() over (order by unit_name, unit_address) as roster_no,
    from stg_roster
),

by_place as (
    select
        roster.roster_no,
        min(linked_unit.unit_key) as unit_key,
    from roster
    join linked_unit
        on linked_unit.unit_name = roster.unit_name
        and linked_unit.unit_address is not distinct from roster.unit_address
    group by all
),

by_name as (
    select
        roster.roster_no,
        any_value(linked_unit.unit_key) as unit_key,
    from roster
    join linked_unit on linked_unit.unit_name = roster.unit_name
    group by all
    having count(distinct linked_unit.unit_key) = 1
)

select
    cast(roster.roster_no as integer) as roster_no,
    coalesce(by_place.unit_key, by_name.unit_key) as unit_key,
    coalesce(roster.community, '未填报') as community,
    coalesce(roster.sector, '未填报') as sector,
    roster.is_listed,
from roster
left join by_place using (roster_no)
left join by_name using (roster_no)
order by roster_no
