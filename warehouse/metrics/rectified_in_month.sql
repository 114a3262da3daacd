-- one number: rectified in the month
-- position: 3
-- label_zh: 本月整改
-- label_en: Rectified in the month
-- unit: count
-- additive: additive
-- direction: up
-- meaning_zh: 本期完成整改的隐患数，不论何时发现。
-- meaning_en: Hazards rectified in the period, whenever they were found.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: rectified_in_month(rectified)
-- numerator: sum(rectified)
create or replace macro rectified_in_month(rectified) as
    sum(rectified)::bigint;
