-- one row per requirement × responsible department × month since the plan's first, with the occurrence that month stands in
-- key: requirement_no, department, month
-- state: as last told by a decision `progress` up to that month; of a periodic duty, since the occurrence began; not_told where nobody has. is_due: its day had come by the month's end, or by as_of.
-- occurrences_due and occurrences_done count all so far.
select
    requirement_no,
    department,
    month,
    arg_max(occurrence, occurrence) as occurrence,
    arg_max(due_on, occurrence) as due_on,
    arg_max(is_due, occurrence) as is_due,
    arg_max(state, occurrence) as state,
    last(evidence order by occurrence) as evidence,
    cast(count(*) filter (is_due) as integer) as occurrences_due,
    cast(count(*) filter (is_due and is_done) as integer) as occurrences_done,
from int_requirement_month
group by requirement_no, department, month
order by requirement_no, department, month
