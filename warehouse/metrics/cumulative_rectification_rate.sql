-- one number: cumulative rectification rate
-- position: 4
-- label_zh: 累计整改率
-- label_en: Cumulative rectification rate
-- unit: percent
-- additive: month_end
-- direction: up
-- meaning_zh: 自有台账的首月以来发现的隐患中，截至期末已整改的比例；起始月见 dim_month 的首行。
-- meaning_en: Of all hazards found since the first ledger month (the first row of dim_month), the share rectified by the end of the period.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: cumulative_rectification_rate(rectified_to_date, found_to_date)
-- numerator: sum(rectified_to_date)
-- denominator: sum(found_to_date)
create or replace macro cumulative_rectification_rate(rectified_to_date, found_to_date) as
    sum(rectified_to_date) / nullif(sum(found_to_date), 0);
