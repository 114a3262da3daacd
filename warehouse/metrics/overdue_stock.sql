-- one number: overdue hazards
-- position: 10
-- label_zh: 逾期隐患
-- label_en: Overdue hazards
-- unit: count
-- additive: month_end
-- direction: down
-- meaning_zh: 期末未整改且已过时限的隐患数。
-- meaning_en: Open hazards past their due day at the end of the period.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: overdue_stock(overdue)
-- numerator: sum(overdue)
create or replace macro overdue_stock(overdue) as
    sum(overdue)::bigint;
