-- one number: open at the end
-- position: 2
-- label_zh: 期末存量
-- label_en: Open at the end
-- unit: count
-- additive: month_end
-- direction: down
-- meaning_zh: 期末仍未整改的隐患数；上报区级的仍在存量中。
-- meaning_en: Hazards still open at the end of the period; escalated ones stay in stock.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: open_stock(closing)
-- numerator: sum(closing)
create or replace macro open_stock(closing) as
    sum(closing)::bigint;
