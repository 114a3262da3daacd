-- one row per task of the plan's attachment 2, by its printed number
-- key: task_no
select
    task_no,
    any_value(task) as task,
    any_value(measure_no) as measure_no,
    cast(count(*) as integer) as requirement_count,
from int_requirement
group by task_no
order by task_no
