-- one number: ledgers received in time
-- position: 36
-- label_zh: 报送及时率
-- label_en: Ledgers received in time
-- unit: percent
-- additive: none
-- direction: up
-- meaning_zh: 应报的台账中，在截止日前收到的比例；零报告算收到，漏报算未报。
-- meaning_en: Of the ledgers expected, the share received by the cut-off day. A zero report counts as received, a missing one does not.
-- source: fct_submission
-- month_column: month
-- spread: months
-- sql: submission_rate(is_expected, is_on_time)
-- numerator: count(*) filter (is_expected and is_on_time)
-- denominator: count(*) filter (is_expected)
-- undeterminable: count(*) filter (is_expected and state = 'waiting' and is_on_time is null)
-- base: count(*) filter (is_expected)
-- empty: nothing_expected
create or replace macro submission_rate(is_expected, is_on_time) as
    count(*) filter (is_expected and is_on_time) / nullif(count(*) filter (is_expected), 0);
