-- one number: undeterminable
-- position: 39
-- label_zh: 不可判定
-- label_en: Undeterminable
-- unit: percent
-- additive: none
-- direction: down
-- meaning_zh: 按期整改率的底数中，因无时限、长期或日期不足而无法判定的比例。其他指标的不可判定数随各指标给出。
-- meaning_en: Of the base of the on-time rate, the share that cannot be judged: no due day, long-term, or dates too vague. Every other metric carries its own.
-- source: mart_month
-- month_column: month
-- spread: period
-- sql: undeterminable_share(due_undeterminable, due, found_without_due)
-- numerator: sum(due_undeterminable) + sum(found_without_due)
-- denominator: sum(due) + sum(found_without_due)
create or replace macro undeterminable_share(due_undeterminable, due, found_without_due) as
    (sum(due_undeterminable) + sum(found_without_due)) / nullif(sum(due) + sum(found_without_due), 0);
