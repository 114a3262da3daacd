-- one number: overdue more than 90 days
-- position: 14
-- label_zh: 逾期90 天以上
-- label_en: Overdue more than 90 days
-- unit: count
-- additive: month_end
-- direction: down
-- meaning_zh: 其中逾期90 天以上的隐患数。
-- meaning_en: Of these, more than 90 days past their due day.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: overdue_over_90(overdue_over_90)
-- numerator: sum(overdue_over_90)
create or replace macro overdue_over_90(overdue_over_90) as
    sum(overdue_over_90)::bigint;
