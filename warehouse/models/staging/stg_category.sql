-- one row per hazard category
-- key: category
select
    category,
    label_en,
    nullif(sector, '') as sector,
    gbt13861_group,
    source,
from seed_hazard_categories
