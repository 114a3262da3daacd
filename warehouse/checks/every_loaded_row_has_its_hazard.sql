-- one row per ledger row that counts as a hazard and leads to none, or leads to one that is not there
select
    fct_ledger_row.file_name,
    fct_ledger_row.sheet,
    fct_ledger_row.row_number,
    fct_ledger_row.outcome,
from fct_ledger_row
left join fct_hazard using (hazard_key)
where (fct_ledger_row.outcome = 'carried_over' and fct_hazard.hazard_key is null)
   or (fct_ledger_row.outcome = 'loaded' and fct_ledger_row.reason is distinct from 'clean_visit' and fct_hazard.hazard_key is null)
   or (fct_ledger_row.hazard_key is not null and fct_hazard.hazard_key is null)
