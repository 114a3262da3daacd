-- one number: coverage of listed enterprises
-- position: 28
-- label_zh: 挂牌企业覆盖率
-- label_en: Coverage of listed enterprises
-- unit: percent
-- additive: month_end
-- direction: up
-- meaning_zh: 挂牌企业中，本半年（1 月或 7 月起）至期末检查过的比例，目标 100%；没有名册则不适用。
-- meaning_en: Of the listed enterprises, the share inspected since January or July up to the end of the period; the target is all. Without a roster it does not apply.
-- source: mart_roster_month
-- month_column: month
-- spread: last
-- sql: listed_coverage_rate(is_listed, is_inspected_this_half)
-- numerator: count(*) filter (is_listed and is_inspected_this_half)
-- denominator: count(*) filter (is_listed)
-- empty: no_roster
create or replace macro listed_coverage_rate(is_listed, is_inspected_this_half) as
    count(*) filter (is_listed and is_inspected_this_half) / nullif(count(*) filter (is_listed), 0);
