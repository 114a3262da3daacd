-- one number: rectified on time
-- position: 7
-- label_zh: 按期整改率
-- label_en: Rectified on time
-- unit: percent
-- additive: none
-- direction: up
-- meaning_zh: 本月到期且可判定的隐患中，按期整改的比例；逾期整改和仍未整改都算未按期。
-- meaning_en: Of the hazards due in the month that can be judged, the share rectified by their due day. Late and still open both count as failures.
-- source: mart_month
-- month_column: month
-- sql: on_time_rate(due_on_time, due_judgeable)
-- numerator: sum(due_on_time)
-- denominator: sum(due_judgeable)
-- undeterminable: sum(due_undeterminable)
create or replace macro on_time_rate(due_on_time, due_judgeable) as
    sum(due_on_time) / nullif(sum(due_judgeable), 0);
