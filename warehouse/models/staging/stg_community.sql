-- one row per community
-- key: community
select
    community,
    list_filter(string_split(address_words, '|'), word -> word <> '') as address_words,
    source,
from seed_communities
