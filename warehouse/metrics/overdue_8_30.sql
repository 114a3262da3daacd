-- one number: overdue 8 to 30 days
-- position: 12
-- label_zh: 逾期8–30 天
-- label_en: Overdue 8 to 30 days
-- unit: count
-- additive: month_end
-- direction: down
-- meaning_zh: 其中逾期8–30 天的隐患数。
-- meaning_en: Of these, 8 to 30 days past their due day.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: overdue_8_30(overdue_8_30)
-- numerator: sum(overdue_8_30)
create or replace macro overdue_8_30(overdue_8_30) as
    sum(overdue_8_30)::bigint;
