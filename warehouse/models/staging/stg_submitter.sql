-- one row per sender of ledgers the seeds know
-- key: submitter
select
    submitter,
    kind,
    nullif(expected_from, '') as expected_from,
    nullif(expected_to, '') as expected_to,
from seed_submitters
