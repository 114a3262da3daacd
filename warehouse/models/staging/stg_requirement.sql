-- one row per requirement of the plan's attachment 2, in the order printed
-- key: requirement_no
-- due_text may be filled down from the row above, as printed.
select
    cast(requirement_no as integer) as requirement_no,
    nullif(printed_no, '') as printed_no,
    cast(task_no as integer) as task_no,
    task,
    cast(measure_no as integer) as measure_no,
    measure,
    requirement,
    string_split(departments, '|') as departments,
    nullif(due_text, '') as due_text,
    due_inherited = 'yes' as is_due_inherited,
    cast(year as integer) as year,
    nullif(repeats, '') as repeats,
    source,
from seed_requirements
