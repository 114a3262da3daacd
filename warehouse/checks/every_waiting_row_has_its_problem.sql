-- one row per waiting ledger row that no problem explains
select
    fct_ledger_row.file_name,
    fct_ledger_row.sheet,
    fct_ledger_row.row_number,
    fct_ledger_row.reason,
from fct_ledger_row
where fct_ledger_row.outcome = 'waiting'
  and not exists (
    select 1
    from mart_ledger_problem as problem
    where problem.file_sha256 = fct_ledger_row.file_sha256
      and problem.is_waiting
      and problem.code = fct_ledger_row.reason
  )
