-- one row per line of the plan's attachment 1: who answers for which sector and objects
-- key: assignment_no
select
    cast(assignment_no as integer) as assignment_no,
    sector_text,
    string_split(sector_text, '、') as sector_words,
    objects,
    lead_department,
    source,
from seed_assignments
