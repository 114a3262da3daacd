-- one number: claimed, not verified
-- position: 22
-- label_zh: 自报已改未验收
-- label_en: Claimed, not verified
-- unit: count
-- additive: month_end
-- direction: down
-- meaning_zh: 截至期末报称已整改、尚无人验收的隐患数。
-- meaning_en: Hazards said to be rectified by the end of the period that nobody has verified.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: claimed_unverified(rectified_to_date, verified_to_date)
-- numerator: sum(rectified_to_date) - sum(verified_to_date)
create or replace macro claimed_unverified(rectified_to_date, verified_to_date) as
    (sum(rectified_to_date) - sum(verified_to_date))::bigint;
