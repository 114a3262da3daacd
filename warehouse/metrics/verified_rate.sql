-- one number: verified
-- position: 20
-- label_zh: 销号率
-- label_en: Verified
-- unit: percent
-- additive: month_end
-- direction: up
-- meaning_zh: 截至期末发现的隐患中，已验收销号的比例；与累计整改率之差即“自报已改、尚未验收”。
-- meaning_en: Of all hazards found by the end of the period, the share verified. Its distance from the cumulative rectification rate is what is claimed but not verified.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: verified_rate(verified_to_date, found_to_date)
-- numerator: sum(verified_to_date)
-- denominator: sum(found_to_date)
create or replace macro verified_rate(verified_to_date, found_to_date) as
    sum(verified_to_date) / nullif(sum(found_to_date), 0);
