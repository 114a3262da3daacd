-- one row per ledger: one month of one sender, in one table of one file
-- key: file_id, part_number
-- version counts the files that carry the same month and sender; the last version stands, earlier ones are superseded whole.
-- Versions are ordered by what the files say of themselves, then by when they were received, never by landing.
with
parts as (
    select
        read_ledger_part.*,
        int_ledger_file.file_sha256,
        int_ledger_file.received_at,
        coalesce(month > as_of_month, false) as is_after_as_of,
    from read_ledger_part
    join int_ledger_file using (file_id)
    cross join int_as_of
),

settled_files as (
    select
        month,
        submitter,
        file_id,
        max(revision) as revision,
        max(filled_on) as filled_on,
        any_value(received_at) as received_at,
        any_value(file_sha256) as file_sha256,
    from parts
    where reason is null
      and not is_after_as_of
    group by all
),

versions as (
    select
        month,
        submitter,
        file_id,
        row_number() over versions_of_a_ledger as version,
        lead(file_id) over versions_of_a_ledger is null as is_current,
    from settled_files
    window versions_of_a_ledger as (
        partition by month, submitter
        order by revision, received_at, filled_on nulls first, file_sha256
    )
)

select
    parts.file_id,
    parts.part_number,
    parts.sheet_number,
    parts.header_row,
    parts.month,
    parts.submitter,
    parts.readings,
    parts.is_zero_report,
    case
        when parts.is_after_as_of then 'after_as_of'
        else parts.reason
    end as reason,
    parts.reason is not null as is_unsettled,
    parts.is_after_as_of,
    versions.version,
    coalesce(versions.is_current, false) as is_current,
    not parts.is_after_as_of and parts.reason is null and not versions.is_current as is_superseded,
from parts
left join versions
    on parts.reason is null
    and versions.file_id = parts.file_id
    and versions.month = parts.month
    and versions.submitter = parts.submitter
