-- one number: hazards per visit
-- position: 26
-- label_zh: 隐患密度
-- label_en: Hazards per visit
-- unit: ratio
-- additive: none
-- direction: neutral
-- meaning_zh: 本期发现的隐患数 ÷ 检查家次；没有检查记录的不适用。检查不分类别和等级。
-- meaning_en: Hazards found in the period ÷ visits. Where no visit is known it does not apply. A visit is of no category and no level.
-- source: mart_visit_month
-- month_column: month
-- spread: months
-- sql: hazards_per_visit(found, visits)
-- numerator: sum(found)
-- denominator: sum(visits)
-- empty: no_visits
create or replace macro hazards_per_visit(found, visits) as
    sum(found) / nullif(sum(visits), 0);
