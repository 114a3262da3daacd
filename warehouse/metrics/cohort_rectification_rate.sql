-- one number: found and rectified in the same period
-- position: 5
-- label_zh: 当月发现整改率
-- label_en: Found and rectified in the same period
-- unit: percent
-- additive: none
-- direction: up
-- meaning_zh: 本期发现的隐患中，期末前已整改的比例；期末才发现的会拉低它，须与当月处置率同看。
-- meaning_en: Of the hazards found in the period, the share rectified by its end. Late finds pull it down: read it beside the workload rate.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: cohort_rectification_rate(found_and_rectified, cohort)
-- numerator: sum(found_and_rectified)
-- denominator: sum(cohort)
create or replace macro cohort_rectification_rate(found_and_rectified, cohort) as
    sum(found_and_rectified) / nullif(sum(cohort), 0);
