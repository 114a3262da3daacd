-- one number: rectified by the original due day
-- position: 8
-- label_zh: 按原定时限整改率
-- label_en: Rectified by the original due day
-- unit: percent
-- additive: none
-- direction: up
-- meaning_zh: 同按期整改率，但一律按最初的时限，不计延期。
-- meaning_en: As on time, but by the deadline first set: no extension counts.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: on_time_rate_original(due_original_on_time, due_original_judgeable)
-- numerator: sum(due_original_on_time)
-- denominator: sum(due_original_judgeable)
-- undeterminable: sum(due_original_undeterminable) + sum(found_without_due)
create or replace macro on_time_rate_original(due_original_on_time, due_original_judgeable) as
    sum(due_original_on_time) / nullif(sum(due_original_judgeable), 0);
