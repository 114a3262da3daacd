-- one row per statement of a major hazard's five fulfilments (五落实), from the month it holds
-- key: statement_no
select
    statement_no,
    hazard_key,
    month,
    responsibility = 'yes' and measures = 'yes' and funds = 'yes' and deadline = 'yes' and plan = 'yes' as is_complete,
from seed_fulfilments
