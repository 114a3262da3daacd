-- one row per thing wrong or odd in a file that stands, at its cell; and one for each file that could not be read
-- key: file_sha256, problem_number
-- is_waiting: because of it the row, the ledger or the file does not count. Superseded versions have no rows here, and what a decision settled has none either.
with
files as (
    select
        file_sha256,
        file_name,
        month,
        submitter,
        outcome,
        reason,
        readings,
    from mart_ledger_file
    where outcome not in ('repeated', 'superseded')
),

unsettled_files as (
    select distinct file_id
    from int_ledger_part
    where is_unsettled
      and not is_after_as_of
),

in_cells as (
    select
        files.file_sha256,
        problem.problem_number,
        files.file_name,
        coalesce(ledger_row.month, files.month) as month,
        coalesce(ledger_row.submitter, files.submitter) as submitter,
        problem.sheet_number,
        read_ledger_sheet.shown_name as sheet,
        problem.row_number,
        problem.column_number,
        problem.cell,
        problem.column_name,
        problem.code,
        problem.waits and if(problem.is_about_ledger, unsettled_files.file_id is not null, ledger_row.outcome = 'waiting') as is_waiting,
        problem.cell_text,
        problem.readings,
        problem.cure_zh,
        problem.cure_en,
    from read_ledger_problem as problem
    join int_ledger_file using (file_id)
    join files using (file_sha256)
    join read_ledger_sheet using (file_id, sheet_number)
    left join unsettled_files using (file_id)
    left join fct_ledger_row as ledger_row
        on ledger_row.file_sha256 = files.file_sha256
        and ledger_row.sheet_number = problem.sheet_number
        and ledger_row.row_number = problem.row_number
    where ledger_row.outcome is distinct from 'superseded'
),

refused as (
    select
        files.file_sha256,
        0 as problem_number,
        files.file_name,
        files.month,
        files.submitter,
        null as sheet_number,
        null as sheet,
        null as row_number,
        null as column_number,
        null as cell,
        null as column_name,
        files.reason as code,
        true as is_waiting,
        null as cell_text,
        files.readings,
        seed_reasons.cure_zh,
        seed_reasons.cure_en,
    from files
    left join seed_reasons on seed_reasons.code = files.reason
    where files.outcome = 'refused'
      and files.reason <> 'decided_skip'
),

problems as (
    select * from in_cells
    union all
    select * from refused
)

select
    problems.file_sha256,
    cast(problems.problem_number as integer) as problem_number,
    problems.file_name,
    problems.month,
    problems.submitter,
    cast(problems.sheet_number as integer) as sheet_number,
    problems.sheet,
    cast(problems.row_number as integer) as row_number,
    cast(problems.column_number as integer) as column_number,
    problems.cell,
    problems.column_name,
    problems.code,
    coalesce(problems.is_waiting, false) as is_waiting,
    problems.cell_text,
    problems.readings,
    coalesce(seed_reasons.label_zh, problems.code) as label_zh,
    coalesce(seed_reasons.label_en, problems.code) as label_en,
    coalesce(seed_reasons.message_zh, problems.code) as message_zh,
    coalesce(seed_reasons.message_en, problems.code) as message_en,
    coalesce(problems.cure_zh, '') as cure_zh,
    coalesce(problems.cure_en, '') as cure_en,
from problems
left join seed_reasons using (code)
order by file_sha256, problem_number
