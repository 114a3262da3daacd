-- one row per kind of corrective action
-- key: action
-- pattern: any of its words. A text that has words of several is of the first by position.
select
    action,
    label_en,
    words as pattern,
    cast("order" as integer) as position,
    source,
from seed_corrective_actions
order by position
