-- one row per community
-- key: community
-- own_words: its name and aliases, as they may stand in an address or a unit's name.
select
    community,
    list_filter(string_split(address_words, '|'), word -> word <> '') as address_words,
    list_distinct(list_filter([community] || string_split(aliases, '|'), word -> word <> '')) as own_words,
    source,
from seed_communities
