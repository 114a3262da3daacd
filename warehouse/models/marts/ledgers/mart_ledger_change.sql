-- one row per file × kind of change it brings: how many of its hazards are new, carried over, closed …, how many rows correct an earlier version
-- key: file_sha256, change
-- change: new, recurrent, reopened, carried_over, closed, repeated, seen_in_other_ledger count hazards as this file tells them, and one may count twice (new and closed);
-- corrected counts rows the version before did not have, withdrawn the rows only the version before had, clean_visit the visits without a hazard.
with
tellings as (
    select
        file_id,
        relation,
        state_after not in ('unknown', 'open') as is_closed,
        lag(state_after not in ('unknown', 'open'), 1, false) over (
            partition by hazard_key
            order by sighting_number
        ) as was_closed,
    from int_hazard_sighting
),

hazard_changes as (
    select
        file_id,
        if(relation = 'same_in_other_ledger', 'seen_in_other_ledger', relation) as change,
    from tellings
    union all
    select
        file_id,
        'closed' as change,
    from tellings
    where is_closed
      and not was_closed
),

visits as (
    select
        file_id,
        'clean_visit' as change,
    from int_ledger_row
    where state = 'visit'
),

-- what each version of a ledger says, row by row
said as (
    select
        part.month,
        part.submitter,
        part.version,
        part.file_id,
        ledger_row.fingerprint,
        count(*) as times,
    from int_ledger_row as ledger_row
    join int_ledger_part as part using (file_id, part_number)
    where part.version is not null
      and ledger_row.fingerprint is not null
    group by all
),

versions as (
    select distinct
        month,
        submitter,
        version,
        file_id,
    from int_ledger_part
    where version is not null
),

corrected as (
    select
        said.file_id,
        'corrected' as change,
    from said
    left join said as before
        on before.month = said.month
        and before.submitter = said.submitter
        and before.version = said.version - 1
        and before.fingerprint = said.fingerprint
    where said.version > 1
      and before.fingerprint is null
),

withdrawn as (
    select
        versions.file_id,
        'withdrawn' as change,
    from versions
    join said as before
        on before.month = versions.month
        and before.submitter = versions.submitter
        and before.version = versions.version - 1
    left join said
        on said.file_id = versions.file_id
        and said.month = before.month
        and said.submitter = before.submitter
        and said.fingerprint = before.fingerprint
    where said.fingerprint is null
),

changes as (
    from hazard_changes
    union all
    from visits
    union all
    from corrected
    union all
    from withdrawn
)

select
    int_ledger_file.file_sha256,
    changes.change,
    cast(count(*) as integer) as change_count,
from changes
join int_ledger_file using (file_id)
group by all
order by file_sha256, change
