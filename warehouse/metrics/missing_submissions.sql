-- one number: ledgers missing
-- position: 37
-- label_zh: 漏报
-- label_en: Ledgers missing
-- unit: count
-- additive: additive
-- direction: down
-- meaning_zh: 应报而没有收到的台账数；漏报不等于没有隐患。
-- meaning_en: Ledgers expected and not received. A missing ledger is not one without hazards.
-- source: fct_submission
-- month_column: month
-- spread: months
-- sql: missing_submissions(is_expected, state)
-- numerator: count(*) filter (is_expected and state = 'missing')
create or replace macro missing_submissions(is_expected, state) as
    count(*) filter (is_expected and state = 'missing');
