-- one row per sender × month that was expected, or came without being expected
-- key: submitter, month
-- is_on_time tells a ledger, zero report or corrected; is_expected is false where nobody asked for one. A community's ledger is of no department, a department's of no community.
-- state: received, zero_report, waiting (came, but nothing of it counts yet) or missing. Missing is never zero hazards.
with
expected as (
    select
        stg_submitter.submitter,
        dim_month.month,
    from stg_submitter
    cross join dim_month
    where (stg_submitter.expected_from is null or dim_month.month >= stg_submitter.expected_from)
      and (stg_submitter.expected_to is null or dim_month.month <= stg_submitter.expected_to)
      and dim_month.month >= (select min(month) from int_ledger_part where reason is null)
),

ledgers as (
    select
        part.submitter,
        part.month,
        max(part.version) as version,
        min(int_ledger_file.received_at) as received_at,
        bool_and(part.is_zero_report) filter (part.is_current) as is_zero_report,
        list(distinct part.file_id) filter (part.is_current) as current_files,
    from int_ledger_part as part
    join int_ledger_file using (file_id)
    where part.reason is null
    group by all
),

rows_by_ledger as (
    select
        submitter,
        month,
        count(*) filter (outcome <> 'superseded') as rows_read,
        count(*) filter (outcome in ('loaded', 'carried_over', 'repeated')) as rows_loaded,
        count(*) filter (outcome = 'waiting') as rows_waiting,
    from fct_ledger_row
    where submitter is not null
      and month is not null
    group by all
),

unsettled as (
    select distinct
        submitter,
        month,
    from int_ledger_part
    where is_unsettled
      and submitter is not null
      and month is not null
),

cut_offs as (
    select
        dim_month.month,
        -- the cut-off day ends at midnight on the subdistrict's clock; received_at is UTC
        timezone('UTC', timezone(
            (select value from stg_threshold where threshold = 'time_zone'),
            cast(dim_month.ends_on + cast((select value from stg_threshold where threshold = 'cut_off_day') as integer) + 1 as timestamp)
        )) as late_from,
    from dim_month
),

all_ledgers as (
    select submitter, month from expected
    union
    select submitter, month from ledgers
    union
    select submitter, month from unsettled
)

select
    all_ledgers.submitter,
    all_ledgers.month,
    case
        when ledgers.is_zero_report then 'zero_report'
        when ledgers.submitter is not null and rows_by_ledger.rows_loaded = 0 and rows_by_ledger.rows_waiting > 0 then 'waiting'
        when ledgers.submitter is not null then 'received'
        when unsettled.submitter is not null then 'waiting'
        else 'missing'
    end as state,
    ledgers.received_at,
    cast(ledgers.version as integer) as version,
    cast(coalesce(rows_by_ledger.rows_read, 0) as integer) as rows_read,
    cast(coalesce(rows_by_ledger.rows_loaded, 0) as integer) as rows_loaded,
    cast(coalesce(rows_by_ledger.rows_waiting, 0) as integer) as rows_waiting,
    if(ledgers.submitter is null, null, ledgers.received_at < cut_offs.late_from) as is_on_time,
    coalesce(ledgers.version > 1, false) as is_corrected,
    expected.submitter is not null as is_expected,
    '不适用' as unit_key,
    coalesce(stg_community.community, '不适用') as community,
    '不适用' as sector,
    coalesce(stg_department.department, '不适用') as department,
    '不适用' as category,
    '不适用' as level,
from all_ledgers
left join expected using (submitter, month)
left join stg_community on stg_community.community = all_ledgers.submitter
left join stg_department on stg_department.department = all_ledgers.submitter
left join ledgers using (submitter, month)
left join rows_by_ledger using (submitter, month)
left join unsettled using (submitter, month)
left join cut_offs using (month)
order by submitter, month
