-- one row per ledger row that counts as a hazard and leads to none, or leads to one that is not there
-- severity: blocking
-- meaning_zh: 每个计入、重复或结转的行都能找到它的隐患；无隐患的检查除外。
-- meaning_en: Every row loaded, repeated or carried over leads to its hazard, clean visits apart.
-- cure_zh: 这是程序缺陷：请保留 build/ 目录并报告所列行。
-- cure_en: A fault of the product: keep the build/ folder and report the rows listed.
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
