-- one row per waiting ledger row that no problem explains
-- severity: blocking
-- meaning_zh: 每个等待的行都有一个问题说明原因。
-- meaning_en: Every row that waits has a problem that says why.
-- cure_zh: 这是程序缺陷：请保留 build/ 目录并报告所列行。
-- cure_en: A fault of the product: keep the build/ folder and report the rows listed.
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
