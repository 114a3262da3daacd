-- one row per check plan × unit listed × kind of hazard to look for there, with its score of that day and how often such scores came true before
-- key: plan_key, unit_key, category
-- such scores: those of the same tenth of probability in the back-test of the models that scored; observed and example_count are null where nothing could be back-tested.
with
looked as (
    select
        plan_key,
        unit_key,
        unnest(look_for) as category,
        unnest(generate_series(1, len(look_for))) as place,
    from raw_risk_plan_item
    where order_name = 'plan'
)

select
    looked.plan_key,
    looked.unit_key,
    looked.category,
    cast(looked.place as integer) as place,
    score.probability,
    score.is_candidate_by_history,
    score.inspected_count,
    step.predicted,
    step.observed,
    step.example_count,
from looked
join raw_risk_plan as plan using (plan_key)
left join fct_risk_score as score
    on score.as_of = plan.as_of
    and score.horizon_days = plan.horizon_days
    and score.unit_key = looked.unit_key
    and score.category = looked.category
left join raw_risk_run as run
    on run.as_of = plan.as_of
    and run.horizon_days = plan.horizon_days
left join raw_risk_calibration as step
    on step.as_of = run.trained_for
    and step.horizon_days = run.horizon_days
    and step.question = 'pair'
    and step.step = least(9, cast(floor(score.probability * 10) as integer))
order by looked.plan_key, looked.unit_key, place
