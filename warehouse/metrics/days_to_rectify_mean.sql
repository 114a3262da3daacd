-- one number: days to rectify, mean
-- position: 17
-- label_zh: 整改天数（平均）
-- label_en: Days to rectify, mean
-- unit: days
-- additive: none
-- direction: down
-- meaning_zh: 本期整改的隐患从发现到整改的平均天数；少数久拖的会拉高它，先看中位数。只计两个日期都有记载的，立行立改另计。
-- meaning_en: Mean days from finding to rectification of the hazards rectified in the period; a few long ones lift it, so read the median first, where both days are stated; on-the-spot rectification apart.
-- source: fct_closing
-- month_column: closed_month
-- spread: months
-- sql: days_to_rectify_mean(days_to_rectify)
-- numerator: count(days_to_rectify)
-- denominator: count(*) filter (not is_on_the_spot)
-- undeterminable: count(*) filter (not is_on_the_spot and days_to_rectify is null)
-- size: count(days_to_rectify)
-- base: count(*) filter (not is_on_the_spot)
create or replace macro days_to_rectify_mean(days_to_rectify) as
    avg(days_to_rectify);
