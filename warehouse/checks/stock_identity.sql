-- one row per month and slice where stock and flow do not add up
select
    month,
    community,
    sector,
    department,
    category,
    level,
    opening,
    found,
    reopened,
    closed,
    cancelled,
    transferred,
    closing,
from mart_month
where opening + found + reopened - closed - cancelled + transferred <> closing
