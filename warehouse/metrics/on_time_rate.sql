-- one number: rectified on time
-- position: 7
-- label_zh: 按期整改率
-- label_en: Rectified on time
-- unit: percent
-- additive: none
-- direction: up
-- meaning_zh: 本期到期且可判定的隐患中，按期整改的比例；逾期整改和仍未整改都算未按期。时限以原定到期日之前批准的延期为准。长期、无时限、日期不足以判断的，计入不可判定。
-- meaning_en: Of the hazards due in the period that can be judged, the share rectified by their due day. Late and still open both count as failures. Extensions count if granted before the original due day. Without a due day, or with dates too vague: undeterminable.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: on_time_rate(due_on_time, due_judgeable)
-- numerator: sum(due_on_time)
-- denominator: sum(due_judgeable)
-- undeterminable: sum(due_undeterminable) + sum(found_without_due)
create or replace macro on_time_rate(due_on_time, due_judgeable) as
    sum(due_on_time) / nullif(sum(due_judgeable), 0);
