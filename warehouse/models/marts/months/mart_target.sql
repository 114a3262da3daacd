-- one row per month × metric × whole, community or department that has a target: the target, what came of it, the gap
-- key: month, metric, dimension, member
-- shares are fractions (0.9 is 90 %), gaps of shares are fractions too. is_met is null while there is nothing to measure; "better" is the metric's own direction.
select
    int_target.month,
    int_target.metric,
    int_target.dimension,
    int_target.member,
    int_target.value as target,
    measured_month.value as actual,
    measured_month.numerator,
    measured_month.denominator,
    measured_month.value - int_target.value as gap,
    case measured_month.direction
        when 'up' then measured_month.value >= int_target.value
        when 'down' then measured_month.value <= int_target.value
    end as is_met,
    int_target.origin as target_origin,
from int_target
left join measured_month using (month, metric, dimension, member)
order by int_target.month, int_target.metric, int_target.dimension, int_target.member
