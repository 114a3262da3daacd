-- one number: days to rectify, 90th percentile
-- position: 16
-- label_zh: 整改天数（九成以内）
-- label_en: Days to rectify, 90th percentile
-- unit: days
-- additive: none
-- direction: down
-- meaning_zh: 本期整改的隐患中，九成在这个天数以内完成；只计两个日期都有记载的，立行立改另计。
-- meaning_en: Nine tenths of the hazards rectified in the period took no longer, where both days are stated; on-the-spot rectification apart.
-- source: fct_closing
-- month_column: closed_month
-- spread: months
-- sql: days_to_rectify_p90(days_to_rectify)
-- numerator: count(days_to_rectify)
-- denominator: count(*) filter (not is_on_the_spot)
-- undeterminable: count(*) filter (not is_on_the_spot and days_to_rectify is null)
-- size: count(days_to_rectify)
-- base: count(*) filter (not is_on_the_spot)
create or replace macro days_to_rectify_p90(days_to_rectify) as
    quantile_cont(days_to_rectify, 0.9);
