-- one row per origin of a value: how likely a value of that origin is right
-- key: origin
select
    origin,
    try_cast(community as double) as community,
    try_cast(sector as double) as sector,
    try_cast(department as double) as department,
    try_cast(level as double) as level,
    source,
from seed_origin_confidences
