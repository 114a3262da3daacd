-- one row per department that attachment 1 gives exactly one sector: what it sends is of that sector unless the ledger says otherwise
-- key: department
-- a line for the whole subdistrict (磁器口辖区) is no sector; a word that is none (极端天气) leaves the department without an answer.
with
named as (
    select
        lead_department as department,
        unnest(sector_words) as word,
    from stg_assignment
),

sectors as (
    select
        named.department,
        stg_sector.sector,
    from named
    left join stg_sector on list_contains(stg_sector.own_words, named.word)
)

select
    department,
    any_value(sector) as sector,
from sectors
group by department
having count(distinct sector) = 1
   and count(*) = count(sector)
