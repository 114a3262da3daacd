-- one number: workload cleared
-- position: 6
-- label_zh: 当月处置率
-- label_en: Workload cleared
-- unit: percent
-- additive: none
-- direction: up
-- meaning_zh: 本期整改数 ÷（期初存量 + 新增 + 反弹）。
-- meaning_en: Rectified in the period ÷ (opening stock + found + re-opened).
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: workload_rate(rectified, opening, found, reopened)
-- numerator: sum(rectified)
-- denominator: sum(opening) + sum(found) + sum(reopened)
create or replace macro workload_rate(rectified, opening, found, reopened) as
    sum(rectified) / nullif(sum(opening) + sum(found) + sum(reopened), 0);
