-- one number: recurrence within 90 days
-- position: 23
-- label_zh: 复发率（90 天）
-- label_en: Recurrence within 90 days
-- unit: percent
-- additive: none
-- direction: down
-- meaning_zh: 本期整改、且整改后已满 90 天的隐患中，90 天内同单位同类别又出现新隐患的比例；结转和反弹不算。跟踪不足 90 天的不计入。
-- meaning_en: Of the hazards rectified in the period and followed for full 90 days, the share after which a new hazard of the same unit and category came within 90 days. Neither carry-over nor re-opening counts.
-- source: fct_closing
-- month_column: closed_month
-- spread: months
-- sql: recurrence_rate_90(recurrence_90)
-- numerator: count(*) filter (recurrence_90 = 'recurrent')
-- denominator: count(*) filter (recurrence_90 in ('recurrent', 'none'))
-- undeterminable: count(*) filter (recurrence_90 = 'undeterminable')
-- reason: if(count(*) filter (recurrence_90 = 'no_follow_up') > 0 and count(*) filter (recurrence_90 = 'undeterminable') = 0, 'no_follow_up', null)
create or replace macro recurrence_rate_90(recurrence_90) as
    count(*) filter (recurrence_90 = 'recurrent') / nullif(count(*) filter (recurrence_90 in ('recurrent', 'none')), 0);
