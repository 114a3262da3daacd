-- one row per number of a back-test: scoring date × question × order × cut-off × measure
-- key: as_of, horizon_days, question, order_name, cut_off, measure
-- cut_off is null for all rounds together; only those have an interval.
select *
from raw_risk_backtest
order by as_of, horizon_days, question, order_name, cut_off nulls first, measure
