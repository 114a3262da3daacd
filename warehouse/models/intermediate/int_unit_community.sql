-- one row per distinct unit name that names exactly one community
-- key: unit_name
-- 江畔社区卫生服务中心 stands in 江畔社区; a street in a shop's name may be any city's, and does not count.
with
units as (
    select distinct unit_name
    from int_ledger_row
    where unit_name is not null
),

words as (
    select
        community,
        unnest(own_words) as word,
    from stg_community
),

named as (
    select distinct
        units.unit_name,
        words.community,
    from units
    join words on contains(units.unit_name, words.word)
)

select
    unit_name,
    any_value(community) as community,
from named
group by unit_name
having count(*) = 1
