-- one number: found and rectified in the same month
-- position: 5
-- label_zh: 当月发现整改率
-- label_en: Found and rectified in the same month
-- unit: percent
-- additive: none
-- direction: up
-- meaning_zh: 本月发现的隐患中，月末前已整改的比例；月底才发现的会拉低它，须与当月处置率同看。
-- meaning_en: Of the hazards found in the month, the share rectified by its end. Late finds pull it down: read it beside the workload rate.
-- source: mart_month
-- month_column: month
-- sql: cohort_rectification_rate(found_and_rectified, found)
-- numerator: sum(found_and_rectified)
-- denominator: sum(found)
create or replace macro cohort_rectification_rate(found_and_rectified, found) as
    sum(found_and_rectified) / nullif(sum(found), 0);
