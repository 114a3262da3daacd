-- one row per step of a hazard's life: a sighting, or a decision that changed where it stands
-- key: hazard_key, step
-- state_after is where the hazard stands then. spell_number counts the times it was open: 1 from its finding, one more at each re-opening.
-- Numbered before any text is joined: a window sorts all it is given.
with
steps as (
    select
        linked_hazard.*,
        null as decision_id,
    from linked_hazard

    union all by name

    select
        hazard_key,
        step,
        relation,
        state_after,
        decision_id,
    from linked_decision
    where step is not null
)

select
    *,
    count(*) filter (relation = 'reopened') over (
        partition by hazard_key
        order by step
    ) + 1 as spell_number,
from steps
