-- one number: overdue
-- position: 9
-- label_zh: 逾期率
-- label_en: Overdue
-- unit: percent
-- additive: month_end
-- direction: down
-- meaning_zh: 期末未整改且有时限的隐患中，已过时限的比例；到期当日不算逾期。
-- meaning_en: Of the open hazards with a due day, the share past it at the end of the period. The due day itself is not overdue.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: overdue_rate(overdue, open_with_due)
-- numerator: sum(overdue)
-- denominator: sum(open_with_due)
-- undeterminable: sum(closing) - sum(open_with_due)
create or replace macro overdue_rate(overdue, open_with_due) as
    sum(overdue) / nullif(sum(open_with_due), 0);
