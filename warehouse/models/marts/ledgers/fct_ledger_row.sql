-- one row per landed row: what became of it and why
-- key: file_sha256, sheet_number, row_number
-- nothing is lost: every row read has exactly one outcome.
with
hazard_rows as (
    select
        file_id,
        sheet_number,
        row_number,
        arg_min(hazard_key, item_number) filter (is_primary) as hazard_key,
        bool_or(relation in ('new', 'recurrent', 'reopened', 'same_in_other_ledger')) as brings_news,
        bool_or(relation = 'carried_over') as carries_over,
    from int_hazard_sighting
    group by all
),

first_twins as (
    select
        ledger_row.file_id,
        ledger_row.part_number,
        ledger_row.fingerprint,
        any_value(hazard_rows.hazard_key) as hazard_key,
    from int_ledger_row as ledger_row
    join hazard_rows using (file_id, sheet_number, row_number)
    group by all
),

repeated_rows as (
    select
        ledger_row.file_id,
        ledger_row.sheet_number,
        ledger_row.row_number,
        first_twins.hazard_key,
    from int_ledger_row as ledger_row
    join first_twins using (file_id, part_number, fingerprint)
    where ledger_row.state = 'repeated'
),

continued_rows as (
    select
        ledger_row.file_id,
        ledger_row.sheet_number,
        ledger_row.row_number,
        hazard_rows.hazard_key,
    from int_ledger_row as ledger_row
    join hazard_rows
        on hazard_rows.file_id = ledger_row.file_id
        and hazard_rows.sheet_number = ledger_row.sheet_number
        and hazard_rows.row_number = ledger_row.hazard_row
    where ledger_row.state = 'continuation'
)

select
    int_ledger_file.file_sha256,
    int_ledger_file.file_name,
    ledger_row.month,
    ledger_row.submitter,
    ledger_row.sheet_number,
    ledger_row.sheet_name as sheet,
    ledger_row.row_number,
    case
        when ledger_row.state = 'hazard' and hazard_rows.brings_news then 'loaded'
        when ledger_row.state = 'hazard' and hazard_rows.carries_over then 'carried_over'
        when ledger_row.state = 'hazard' then 'repeated'
        when ledger_row.state in ('visit', 'continuation') then 'loaded'
        else ledger_row.state
    end as outcome,
    case
        when ledger_row.state = 'hazard' and not hazard_rows.brings_news and not hazard_rows.carries_over then 'repeated_closed'
        when ledger_row.state = 'visit' then 'clean_visit'
        else ledger_row.reason
    end as reason,
    ledger_row.is_hidden,
    ledger_row.is_struck,
    ledger_row.has_picture,
    coalesce(hazard_rows.hazard_key, continued_rows.hazard_key, repeated_rows.hazard_key) as hazard_key,
    ledger_row.issues,
from int_ledger_row as ledger_row
join int_ledger_file using (file_id)
left join hazard_rows using (file_id, sheet_number, row_number)
left join continued_rows using (file_id, sheet_number, row_number)
left join repeated_rows using (file_id, sheet_number, row_number)
order by file_sha256, sheet_number, row_number
