-- one row per spelling of a unit: a distinct pair of name and address as read in rows that count
-- key: unit_name, unit_address
select
    unit_name,
    unit_address,
    count(*) as row_count,
    min(month) as first_month,
    max(month) as last_month,
from int_ledger_row
where state in ('hazard', 'visit', 'repeated')
group by all
