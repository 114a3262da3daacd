-- one row per distinct unit address that names exactly one community, or its street or estate
-- key: unit_address
-- an address with the words of two communities says nothing.
with
addresses as (
    select distinct unit_address
    from int_ledger_row
    where unit_address is not null
),

words as (
    select
        community,
        unnest(address_words || own_words) as word,
    from stg_community
),

named as (
    select distinct
        addresses.unit_address,
        words.community,
    from addresses
    join words on contains(addresses.unit_address, words.word)
)

select
    unit_address,
    any_value(community) as community,
from named
group by unit_address
having count(*) = 1
