-- one number: verified of the rectified
-- position: 21
-- label_zh: 验收率
-- label_en: Verified of the rectified
-- unit: percent
-- additive: month_end
-- direction: up
-- meaning_zh: 截至期末已整改的隐患中，已验收销号的比例。
-- meaning_en: Of the hazards rectified by the end of the period, the share verified.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: verified_of_rectified_rate(verified_to_date, rectified_to_date)
-- numerator: sum(verified_to_date)
-- denominator: sum(rectified_to_date)
create or replace macro verified_of_rectified_rate(verified_to_date, rectified_to_date) as
    sum(verified_to_date) / nullif(sum(rectified_to_date), 0);
