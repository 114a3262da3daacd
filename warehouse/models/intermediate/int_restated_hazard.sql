-- one row per closing × hazard × field that differs today from what was known at the closing
-- key: version, hazard_key, field
-- change: added (not counted then), gone (not counted now), changed. A hazard added or gone has one row, with the field hazard.
with
closings as (
    select version, month
    from raw_frozen_version
    where not is_empty
),

before as (
    select fct_hazard_month_version.*
    from fct_hazard_month_version
    semi join closings using (version, month)
),

now as (
    select
        closings.version,
        fct_hazard_month_version.* exclude (version),
    from closings
    join fct_hazard_month_version
        on fct_hazard_month_version.month = closings.month
        and fct_hazard_month_version.version = 0
),

pairs as (
    select
        coalesce(before.version, now.version) as version,
        coalesce(before.month, now.month) as month,
        coalesce(before.hazard_key, now.hazard_key) as hazard_key,
        coalesce(now.unit_key, before.unit_key) as unit_key,
        coalesce(now.unit_name, before.unit_name) as unit_name,
        coalesce(now.hazard_text, before.hazard_text) as hazard_text,
        case
            when before.hazard_key is null then 'added'
            when now.hazard_key is null then 'gone'
            else 'changed'
        end as change,
        coalesce(before.files, []) as files_before,
        {'community': before.community, 'sector': before.sector, 'department': before.department, 'category': before.category, 'level': before.level} as place_before,
        {'community': now.community, 'sector': now.sector, 'department': now.department, 'category': now.category, 'level': now.level} as place_now,
        if(
            before.hazard_key is null or now.hazard_key is null,
            [{'field': 'hazard', 'before': before.hazard_text, 'now': now.hazard_text}],
            [
                {'field': 'community', 'before': before.community, 'now': now.community},
                {'field': 'sector', 'before': before.sector, 'now': now.sector},
                {'field': 'department', 'before': before.department, 'now': now.department},
                {'field': 'category', 'before': before.category, 'now': now.category},
                {'field': 'level', 'before': before.level, 'now': now.level},
                {'field': 'opening', 'before': cast(before.opening as varchar), 'now': cast(now.opening as varchar)},
                {'field': 'found', 'before': cast(before.found as varchar), 'now': cast(now.found as varchar)},
                {'field': 'reopened', 'before': cast(before.reopened as varchar), 'now': cast(now.reopened as varchar)},
                {'field': 'closed', 'before': cast(before.closed as varchar), 'now': cast(now.closed as varchar)},
                {'field': 'cancelled', 'before': cast(before.cancelled as varchar), 'now': cast(now.cancelled as varchar)},
                {'field': 'closing', 'before': cast(before.closing as varchar), 'now': cast(now.closing as varchar)},
                {'field': 'verified', 'before': cast(before.verified as varchar), 'now': cast(now.verified as varchar)},
                {'field': 'found_and_rectified', 'before': cast(before.found_and_rectified as varchar), 'now': cast(now.found_and_rectified as varchar)},
                {'field': 'open_with_due', 'before': cast(before.open_with_due as varchar), 'now': cast(now.open_with_due as varchar)},
                {'field': 'overdue', 'before': cast(before.overdue as varchar), 'now': cast(now.overdue as varchar)},
                {'field': 'found_to_date', 'before': cast(before.found_to_date as varchar), 'now': cast(now.found_to_date as varchar)},
                {'field': 'verified_to_date', 'before': cast(before.verified_to_date as varchar), 'now': cast(now.verified_to_date as varchar)},
                {'field': 'due_judgement', 'before': before.due_judgement, 'now': now.due_judgement}
            ]
        ) as fields,
    from before
    full join now
        on now.version = before.version
        and now.hazard_key = before.hazard_key
),

differences as (
    select
        * exclude (fields),
        unnest(fields) as difference,
    from pairs
)

select
    * exclude (difference),
    difference.field,
    difference.before,
    difference.now,
from differences
where difference.before is distinct from difference.now
