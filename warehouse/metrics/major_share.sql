-- one number: share of major hazards
-- position: 29
-- label_zh: 重大占比
-- label_en: Share of major hazards
-- unit: percent
-- additive: none
-- direction: down
-- meaning_zh: 本期发现的隐患中，重大隐患的比例；等级未填报的计入不可判定。
-- meaning_en: Of the hazards found in the period whose level is stated, the share that is major. Those without a level are undeterminable.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: major_share(found, level)
-- numerator: coalesce(sum(found) filter (level = '重大'), 0)
-- denominator: coalesce(sum(found) filter (level <> '未填报'), 0)
-- undeterminable: coalesce(sum(found) filter (level = '未填报'), 0)
create or replace macro major_share(found, level) as
    coalesce(sum(found) filter (level = '重大'), 0) / nullif(sum(found) filter (level <> '未填报'), 0);
