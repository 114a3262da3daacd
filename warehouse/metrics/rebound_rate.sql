-- one number: rebound
-- position: 25
-- label_zh: 反弹率
-- label_en: Rebound
-- unit: percent
-- additive: none
-- direction: down
-- meaning_zh: 本期整改的隐患中，同一隐患后来又反弹的比例；反弹期未满、尚未反弹的计入不可判定。
-- meaning_en: Of the hazards rectified in the period, the share that was re-opened. Those whose rebound window still runs are counted beside as undeterminable.
-- source: fct_closing
-- month_column: closed_month
-- spread: months
-- sql: rebound_rate(rebound)
-- numerator: count(*) filter (rebound = 'reopened')
-- denominator: count(*)
-- undeterminable: count(*) filter (rebound = 'no_follow_up')
-- base: count(*)
create or replace macro rebound_rate(rebound) as
    count(*) filter (rebound = 'reopened') / nullif(count(*), 0);
