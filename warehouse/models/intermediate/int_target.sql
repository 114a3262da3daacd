-- one row per month × metric × whole, community or department that has a target
-- key: month, metric, dimension, member
-- a target for one month beats one for every month, a decision beats the seed, a later decision an earlier one.
select
    dim_month.month,
    target.metric,
    target.dimension,
    target.member,
    arg_max(target.value, (target.month is not null, target.decided_at is not null, coalesce(target.decided_at, timestamp '1900-01-01'))) as value,
    arg_max(if(target.decided_at is null, 'seed', 'decision'), (target.month is not null, target.decided_at is not null, coalesce(target.decided_at, timestamp '1900-01-01'))) as origin,
from read_target as target
join dim_month on target.month is null or target.month = dim_month.month
group by all
