-- one number: recurrence within 180 days
-- position: 24
-- label_zh: 复发率（180 天）
-- label_en: Recurrence within 180 days
-- unit: percent
-- additive: none
-- direction: down
-- meaning_zh: 本期整改、且整改后已满 180 天的隐患中，180 天内同单位同类别又出现新隐患的比例；结转和反弹不算。跟踪不足 180 天的不计入。
-- meaning_en: Of the hazards rectified in the period and followed for full 180 days, the share after which a new hazard of the same unit and category came within 180 days. Neither carry-over nor re-opening counts.
-- source: fct_closing
-- month_column: closed_month
-- spread: months
-- sql: recurrence_rate_180(recurrence_180)
-- numerator: count(*) filter (recurrence_180 = 'recurrent')
-- denominator: count(*) filter (recurrence_180 in ('recurrent', 'none'))
-- undeterminable: count(*) filter (recurrence_180 = 'undeterminable')
-- reason: if(count(*) filter (recurrence_180 = 'no_follow_up') > 0 and count(*) filter (recurrence_180 = 'undeterminable') = 0, 'no_follow_up', null)
create or replace macro recurrence_rate_180(recurrence_180) as
    count(*) filter (recurrence_180 = 'recurrent') / nullif(count(*) filter (recurrence_180 in ('recurrent', 'none')), 0);
