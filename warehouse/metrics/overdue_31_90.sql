-- one number: overdue 31 to 90 days
-- position: 13
-- label_zh: 逾期31–90 天
-- label_en: Overdue 31 to 90 days
-- unit: count
-- additive: month_end
-- direction: down
-- meaning_zh: 其中逾期31–90 天的隐患数。
-- meaning_en: Of these, 31 to 90 days past their due day.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: overdue_31_90(overdue_31_90)
-- numerator: sum(overdue_31_90)
create or replace macro overdue_31_90(overdue_31_90) as
    sum(overdue_31_90)::bigint;
