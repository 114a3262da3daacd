-- one row per kind of object in the plan's attachment 1 and line that answers for it, with what gives the object away
-- key: object, assignment_no
-- found_in says where the words stand: unit (name) or text; null: the sector alone says it. sectors: the line counts only there; empty: everywhere. The lowest rank wins.
select
    object,
    cast(assignment_no as integer) as assignment_no,
    nullif(found_in, '') as found_in,
    list_filter(string_split(words, '|'), word -> word <> '') as words,
    list_filter(string_split(sectors, '|'), sector -> sector <> '') as sectors,
    cast(rank as integer) as rank,
    source,
from seed_assignment_objects
