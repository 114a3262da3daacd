-- one row per landed file; the same bytes under a further name are a row of their own with outcome `repeated`
-- key: file_sha256, file_name
-- a file that a person decided to be no ledger is refused with the reason decided_skip.
-- month and submitter are null when unsettled, or when the file holds several.
with
row_counts as (
    select
        file_sha256,
        count(*) as rows_read,
        count(*) filter (outcome = 'loaded') as rows_loaded,
        count(*) filter (outcome = 'repeated') as rows_repeated,
        count(*) filter (outcome = 'carried_over') as rows_carried_over,
        count(*) filter (outcome = 'skipped') as rows_skipped,
        count(*) filter (outcome = 'waiting') as rows_waiting,
        count(*) filter (outcome = 'superseded') as rows_superseded,
    from fct_ledger_row
    group by all
),

parts as (
    select
        file_id,
        count(distinct month) as month_count,
        min(month) as month,
        count(distinct submitter) as submitter_count,
        min(submitter) as submitter,
        max(version) as version,
        bool_or(is_unsettled) as is_unsettled,
        bool_and(is_superseded) as is_superseded,
        min(reason) as reason,
        list_sort(list_distinct(flatten(list(readings)))) as readings,
        count(*) as part_count,
    from int_ledger_part
    group by all
),

waiting_rows as (
    select
        file_sha256,
        mode(reason order by reason) as reason,
    from fct_ledger_row
    where outcome = 'waiting'
    group by all
),

names as (
    select
        file_sha256,
        read_ledger_name.shown_name as file_name,
        min(raw_ledger_name.received_at) as received_at,
    from raw_ledger_name
    join read_ledger_name using (file_sha256, file_name)
    group by all
),

files as (
    select
        file.file_id,
        file.file_sha256,
        file.file_name as first_name,
        names.file_name,
        names.received_at,
        file.refusal_code,
        names.file_name = file.file_name as is_first_name,
    from int_ledger_file as file
    join names using (file_sha256)
)

select
    files.file_sha256,
    files.file_name,
    if(parts.month_count = 1, parts.month, null) as month,
    if(parts.submitter_count = 1, parts.submitter, null) as submitter,
    files.received_at,
    cast(parts.version as integer) as version,
    case
        when not files.is_first_name then 'repeated'
        when read_ledger_file.is_ignored then 'refused'
        when files.refusal_code is not null then 'refused'
        when parts.part_count is null then 'refused'
        when parts.is_unsettled then 'waiting'
        when parts.is_superseded then 'superseded'
        else 'landed'
    end as outcome,
    case
        when not files.is_first_name then 'same_bytes'
        when read_ledger_file.is_ignored then 'decided_skip'
        when files.refusal_code is not null then files.refusal_code
        when parts.part_count is null then coalesce(waiting_rows.reason, 'no_header')
        when parts.is_superseded then 'superseded'
        else parts.reason
    end as reason,
    coalesce(read_ledger_file.warnings, []) as warnings,
    coalesce(parts.readings, []) as readings,
    cast(if(files.is_first_name, coalesce(row_counts.rows_read, 0), 0) as integer) as rows_read,
    cast(if(files.is_first_name, coalesce(row_counts.rows_loaded, 0), 0) as integer) as rows_loaded,
    cast(if(files.is_first_name, coalesce(row_counts.rows_repeated, 0), 0) as integer) as rows_repeated,
    cast(if(files.is_first_name, coalesce(row_counts.rows_carried_over, 0), 0) as integer) as rows_carried_over,
    cast(if(files.is_first_name, coalesce(row_counts.rows_skipped, 0), 0) as integer) as rows_skipped,
    cast(if(files.is_first_name, coalesce(row_counts.rows_waiting, 0), 0) as integer) as rows_waiting,
    cast(if(files.is_first_name, coalesce(row_counts.rows_superseded, 0), 0) as integer) as rows_superseded,
from files
left join parts using (file_id)
left join row_counts using (file_sha256)
left join waiting_rows using (file_sha256)
left join read_ledger_file using (file_id)
order by file_sha256, file_name
