-- one number: overdue 1 to 7 days
-- position: 11
-- label_zh: 逾期1–7 天
-- label_en: Overdue 1 to 7 days
-- unit: count
-- additive: month_end
-- direction: down
-- meaning_zh: 其中逾期1–7 天的隐患数。
-- meaning_en: Of these, 1 to 7 days past their due day.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: overdue_1_7(overdue_1_7)
-- numerator: sum(overdue_1_7)
create or replace macro overdue_1_7(overdue_1_7) as
    sum(overdue_1_7)::bigint;
