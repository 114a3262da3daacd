-- one number: rectified on the spot
-- position: 19
-- label_zh: 立行立改
-- label_en: Rectified on the spot
-- unit: count
-- additive: additive
-- direction: neutral
-- meaning_zh: 本期整改的隐患中，要求立行立改的；不计入整改天数。
-- meaning_en: Of the hazards rectified in the period, those ordered to be rectified on the spot; left out of the days to rectify.
-- source: fct_closing
-- month_column: closed_month
-- spread: months
-- sql: rectified_on_the_spot(is_on_the_spot)
-- numerator: count(*) filter (is_on_the_spot)
create or replace macro rectified_on_the_spot(is_on_the_spot) as
    count(*) filter (is_on_the_spot);
