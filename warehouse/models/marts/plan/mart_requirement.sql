-- one row per requirement × responsible department × month, ready to read
-- key: requirement_no, department, month
select
    progress.requirement_no,
    dim_requirement.printed_no,
    dim_requirement.task_no,
    dim_task.task,
    dim_task.measure_no,
    dim_measure.measure,
    dim_requirement.requirement,
    progress.department,
    progress.month,
    progress.occurrence,
    progress.due_on,
    dim_requirement.due_text,
    progress.is_due,
    progress.state,
    progress.evidence,
    progress.occurrences_due,
    progress.occurrences_done,
from fct_requirement_month as progress
join dim_requirement using (requirement_no)
join dim_task using (task_no)
join dim_measure using (measure_no)
order by requirement_no, department, month
