-- one row per person × month: what is reported of the 2-2-2 duty
-- key: duty_no
-- restricted: persons. Only counts leave.
select
    duty_no,
    person,
    month,
    try_cast(listed_inspected as integer) as listed_inspected,
    try_cast(hazards_urged as integer) as hazards_urged,
    try_cast(problems_solved as integer) as problems_solved,
from seed_duties
