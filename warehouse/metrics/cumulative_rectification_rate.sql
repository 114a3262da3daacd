-- one number: cumulative rectification rate
-- position: 4
-- label_zh: 累计整改率
-- label_en: Cumulative rectification rate
-- unit: percent
-- additive: month_end
-- direction: up
-- meaning_zh: 自有台账以来发现的隐患中，截至月末已整改的比例。
-- meaning_en: Of all hazards found since the first ledger, the share rectified by the end of the month.
-- source: mart_month
-- month_column: month
-- sql: cumulative_rectification_rate(rectified_to_date, found_to_date)
-- numerator: sum(rectified_to_date)
-- denominator: sum(found_to_date)
create or replace macro cumulative_rectification_rate(rectified_to_date, found_to_date) as
    sum(rectified_to_date) / nullif(sum(found_to_date), 0);
