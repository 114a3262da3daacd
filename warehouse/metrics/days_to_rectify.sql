-- one number: days to rectify
-- position: 15
-- label_zh: 整改天数
-- label_en: Days to rectify
-- unit: days
-- additive: none
-- direction: down
-- meaning_zh: 本期整改的隐患从发现到整改的天数的中位数；只计两个日期都有记载的，立行立改另计。
-- meaning_en: Median days from finding to rectification of the hazards rectified in the period, where both days are stated; on-the-spot rectification apart.
-- source: fct_closing
-- month_column: closed_month
-- spread: months
-- sql: days_to_rectify(days_to_rectify)
-- numerator: count(days_to_rectify)
-- denominator: count(*) filter (not is_on_the_spot)
-- undeterminable: count(*) filter (not is_on_the_spot and days_to_rectify is null)
-- size: count(days_to_rectify)
-- base: count(*) filter (not is_on_the_spot)
create or replace macro days_to_rectify(days_to_rectify) as
    median(days_to_rectify);
