-- one row per measure of the fifteen that the plan's attachment 2 takes up
-- key: measure_no
select
    measure_no,
    any_value(measure) as measure,
    cast(count(distinct task_no) as integer) as task_count,
    cast(count(*) as integer) as requirement_count,
from int_requirement
group by measure_no
order by measure_no
