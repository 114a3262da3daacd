-- one number: five fulfilments complete
-- position: 31
-- label_zh: 五落实完成率
-- label_en: Five fulfilments complete
-- unit: percent
-- additive: month_end
-- direction: up
-- meaning_zh: 期末未整改的重大隐患中，责任、措施、资金、时限、预案五项都已落实的比例；未申报的计入不可判定。
-- meaning_en: Of the open major hazards stated, the share whose responsibility, measures, funds, deadline and plan are all in place. Those nobody has stated are undeterminable.
-- source: mart_major_month
-- month_column: month
-- spread: last
-- sql: five_fulfilments_rate(is_complete)
-- numerator: count(*) filter (is_complete)
-- denominator: count(is_complete)
-- undeterminable: count(*) - count(is_complete)
create or replace macro five_fulfilments_rate(is_complete) as
    count(*) filter (is_complete) / nullif(count(is_complete), 0);
