-- one row per closing × restated hazard: the file or decision that changed it, as far as they can be told apart
-- key: version, hazard_key
-- In this order: a file that corrects a ledger of the closed month or before, a decision about one of the hazard's files, any other file that came later and shows the hazard,
-- a decision about words, a later file about the same unit; else rules: the seeds or the program changed.
with
hazards as (
    select
        version,
        month,
        hazard_key,
        any_value(unit_key) as unit_key,
        any_value(files_before) as files_before,
    from int_restated_hazard
    group by all
),

events as (
    select
        hazards.version,
        hazards.hazard_key,
        int_later_file.file_sha256,
        int_later_file.file_name,
        event.sheet,
        event.row_number,
        if(event.month <= hazards.month, 1, 4) as rank,
        event.month,
    from hazards
    join fct_hazard_event as event using (hazard_key)
    join int_later_file
        on int_later_file.version = hazards.version
        and int_later_file.file_sha256 = event.file_sha256
),

files_then as (
    select
        version,
        hazard_key,
        unnest(files_before) as file_sha256,
    from hazards
),

-- the ledger that told of it then was replaced by a later version
replacing as (
    select
        files_then.version,
        files_then.hazard_key,
        newer.file_sha256,
        int_later_file.file_name,
        2 as rank,
        newer.month,
    from files_then
    join mart_ledger_part as older
        on older.file_sha256 = files_then.file_sha256
        and older.outcome = 'superseded'
    join mart_ledger_part as newer
        on newer.month = older.month
        and newer.submitter = older.submitter
        and newer.outcome = 'landed'
    join int_later_file
        on int_later_file.version = files_then.version
        and int_later_file.file_sha256 = newer.file_sha256
),

files_now as (
    select distinct
        hazards.version,
        hazards.hazard_key,
        event.file_sha256,
    from hazards
    join fct_hazard_event as event using (hazard_key)
),

about_files as (
    select distinct
        files.version,
        files.hazard_key,
        int_later_decision.decision_id,
        int_later_decision.shown_about,
        3 as rank,
    from (
        select * from files_then
        union
        select * from files_now
    ) as files
    join int_later_decision
        on int_later_decision.version = files.version
        and int_later_decision.file_sha256 = files.file_sha256
),

about_words as (
    select
        hazards.version,
        hazards.hazard_key,
        int_later_decision.decision_id,
        int_later_decision.shown_about,
        5 as rank,
    from hazards
    join int_later_decision using (version)
),

same_unit as (
    select
        hazards.version,
        hazards.hazard_key,
        int_later_file.file_sha256,
        int_later_file.file_name,
        6 as rank,
        event.month,
    from hazards
    join fct_hazard as neighbour using (unit_key)
    join fct_hazard_event as event on event.hazard_key = neighbour.hazard_key
    join int_later_file
        on int_later_file.version = hazards.version
        and int_later_file.file_sha256 = event.file_sha256
),

causes as (
    select * from events
    union all by name
    select * from replacing
    union all by name
    select * from about_files
    union all by name
    select * from about_words
    union all by name
    select * from same_unit
),

first_causes as (
    select *
    from causes
    qualify row_number() over (
        partition by version, hazard_key
        order by rank, month, file_sha256, sheet, row_number, decision_id
    ) = 1
)

select
    hazards.version,
    hazards.hazard_key,
    case
        when first_causes.decision_id is not null then 'decision'
        when first_causes.file_sha256 is not null then 'file'
        else 'rules'
    end as cause,
    first_causes.file_sha256 as cause_file_sha256,
    first_causes.file_name as cause_file,
    first_causes.sheet as cause_sheet,
    first_causes.row_number as cause_row,
    first_causes.decision_id as cause_decision_id,
    first_causes.shown_about as cause_decision,
from hazards
left join first_causes using (version, hazard_key)
