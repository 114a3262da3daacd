-- one number: inspection coverage
-- position: 27
-- label_zh: 检查覆盖率
-- label_en: Inspection coverage
-- unit: percent
-- additive: none
-- direction: up
-- meaning_zh: 名册上的单位中，本期检查过的比例；没有名册则不适用。
-- meaning_en: Of the units on the roster, the share inspected in the period. Without a roster it does not apply.
-- source: mart_roster_month
-- month_column: month
-- spread: months
-- sql: coverage_rate(roster_no, is_inspected)
-- numerator: count(distinct roster_no) filter (is_inspected)
-- denominator: count(distinct roster_no)
-- empty: no_roster
create or replace macro coverage_rate(roster_no, is_inspected) as
    count(distinct roster_no) filter (is_inspected) / nullif(count(distinct roster_no), 0);
