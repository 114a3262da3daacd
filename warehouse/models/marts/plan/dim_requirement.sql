-- one row per requirement of the plan's attachment 2, in the order printed
-- key: requirement_no
select
    requirement_no,
    printed_no,
    task_no,
    requirement,
    departments,
    due_text,
    is_due_inherited,
    due_on,
    repeats,
    source,
from int_requirement
order by requirement_no
