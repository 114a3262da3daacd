-- one row per file whose rows do not add up
-- severity: blocking
-- meaning_zh: 每个文件读到的行 = 计入 + 重复 + 结转 + 略过 + 等待 + 被更正版取代。
-- meaning_en: Of each file, rows read = loaded + repeated + carried over + skipped + waiting + superseded.
-- cure_zh: 这是程序缺陷：请保留 build/ 目录并报告所列文件。
-- cure_en: A fault of the product: keep the build/ folder and report the files listed.
select
    file_name,
    rows_read,
    rows_loaded,
    rows_repeated,
    rows_carried_over,
    rows_skipped,
    rows_waiting,
    rows_superseded,
from mart_ledger_file
where rows_read <> rows_loaded + rows_repeated + rows_carried_over + rows_skipped + rows_waiting + rows_superseded
