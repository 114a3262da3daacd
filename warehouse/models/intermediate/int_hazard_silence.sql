-- one row per open hazard that later ledgers of its submitters no longer list: how many of them
-- key: hazard_key
-- silence is no rectification: the hazard stays open.
with
tellings as (
    select
        hazard_key,
        last_ledger_month,
        unnest(submitters) as submitter,
    from int_hazard
    where status not in ('rectified', 'verified', 'cancelled')
),

ledgers as (
    select distinct
        submitter,
        month,
    from int_ledger_part
    where is_current
)

select
    tellings.hazard_key,
    cast(count(*) as integer) as silent_ledger_count,
from tellings
join ledgers
    on ledgers.submitter = tellings.submitter
    and ledgers.month > tellings.last_ledger_month
group by all
