-- one number: open major hazards
-- position: 30
-- label_zh: 重大隐患存量
-- label_en: Open major hazards
-- unit: count
-- additive: month_end
-- direction: down
-- meaning_zh: 期末仍未整改的重大隐患数，目标为 0。
-- meaning_en: Major hazards still open at the end of the period; the target is none.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: open_major(closing, level)
-- numerator: coalesce(sum(closing) filter (level = '重大'), 0)
create or replace macro open_major(closing, level) as
    coalesce(sum(closing) filter (level = '重大'), 0)::bigint;
