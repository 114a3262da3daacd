-- one row per key sector
-- key: sector
-- own_words: its name and aliases.
select
    sector,
    list_distinct(list_filter([sector] || string_split(aliases, '|'), word -> word <> '')) as own_words,
    source,
from seed_sectors
