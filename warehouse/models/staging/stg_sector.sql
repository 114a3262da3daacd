-- one row per key sector
-- key: sector
select
    sector,
    source,
from seed_sectors
