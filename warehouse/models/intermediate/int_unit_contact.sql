-- one row per spelling of a unit and telephone or person in its rows that count, as a digest that only this build can compare
-- key: unit_name, unit_address, kind, digest
-- evidence of who is who; never published.
select
    int_ledger_row.unit_name,
    int_ledger_row.unit_address,
    read_unit_contact.kind,
    read_unit_contact.digest,
    min(int_ledger_row.month) as first_month,
    max(int_ledger_row.month) as last_month,
from read_unit_contact
join int_ledger_row using (file_id, sheet_number, row_number)
where int_ledger_row.state in ('hazard', 'visit', 'repeated')
group by all
