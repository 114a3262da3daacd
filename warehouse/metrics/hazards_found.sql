-- one number: hazards found
-- position: 1
-- label_zh: 新增隐患
-- label_en: Hazards found
-- unit: count
-- additive: additive
-- direction: neutral
-- meaning_zh: 本期发现的隐患数；结转的旧隐患不算新增，当月即作废的不计。
-- meaning_en: Hazards found in the period. Carried-over hazards are not new; those cancelled in the very month they were found are left out.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: hazards_found(found)
-- numerator: sum(found)
create or replace macro hazards_found(found) as
    sum(found)::bigint;
