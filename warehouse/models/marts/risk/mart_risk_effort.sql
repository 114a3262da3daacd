-- one row per scoring date × sector or community of the back-test: scores, findings and effort side by side
-- key: as_of, horizon_days, dimension, member
-- effort_note: where visits per unit differ by half or more from the usual, fewer or more findings may be effort and not hazard.
with
usual as (
    select
        as_of,
        horizon_days,
        dimension,
        sum(visits_per_unit * example_count) / sum(example_count) as usual_visits_per_unit,
    from raw_risk_effort
    group by all
)

select
    effort.*,
    usual.usual_visits_per_unit,
    case
        when effort.example_count < 30 then 'few'
        when effort.visits_per_unit < 0.5 * usual.usual_visits_per_unit then 'seldom_visited'
        when effort.visits_per_unit > 1.5 * usual.usual_visits_per_unit then 'often_visited'
        else 'usual'
    end as effort_note,
from raw_risk_effort as effort
join usual using (as_of, horizon_days, dimension)
order by as_of, horizon_days, dimension, member
