-- one row per scoring date and horizon: the model card in figures
-- key: as_of, horizon_days
-- the results are those of the back-test the models came from, whichever day that was. age_days: how long before the scoring date the models had learned; a scoring with the build uses models of the month before, so that more than a month means that a later training failed.
with
result as (
    select
        as_of,
        horizon_days,
        question,
        order_name,
        measure,
        value,
    from raw_risk_backtest
    where cut_off is null
)

select
    run.as_of,
    run.horizon_days,
    run.judged_horizon_days,
    run.trained_for,
    cast(run.as_of - run.trained_for as integer) as age_days,
    run.pair_model,
    run.any_model,
    run.major_model,
    run.count_model,
    run.is_thin,
    run.example_count,
    run.visit_count,
    run.unit_count,
    run.first_visit_on,
    max(result.value) filter (result.question = 'pair' and result.order_name = 'model' and result.measure = 'auc') as auc,
    max(result.value) filter (result.question = 'pair' and result.order_name = 'model' and result.measure = 'average_precision') as average_precision,
    max(result.value) filter (result.question = 'pair' and result.order_name = 'model' and result.measure = 'log_loss') as log_loss,
    max(result.value) filter (result.question = 'pair' and result.order_name = 'model' and result.measure = 'calibration_error') as calibration_error,
    max(result.value) filter (result.question = 'pair' and result.order_name = 'smoothed_rate' and result.measure = 'log_loss') as smoothed_rate_log_loss,
from raw_risk_run as run
left join result
    on result.as_of = run.trained_for
    and result.horizon_days = run.horizon_days
group by all
order by run.as_of, run.horizon_days
