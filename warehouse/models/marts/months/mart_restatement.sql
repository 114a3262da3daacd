-- one row per closing × metric × member whose number differs today from the one that was published
-- key: version, month, metric, dimension, member
-- difference is now − before, of shares as a fraction; null where one side has no number. hazard_keys: the hazards behind it, where the metric counts hazards. causes: the files and decisions that changed it.
with
closings as (
    select version, month, closed_at
    from raw_frozen_version
    where not is_empty
),

before as (
    select mart_month_metric.*
    from mart_month_metric
    semi join closings using (version, month)
),

now as (
    select
        closings.version,
        mart_month_metric.* exclude (version),
    from closings
    join mart_month_metric
        on mart_month_metric.month = closings.month
        and mart_month_metric.version = 0
),

-- A count of a member that had no row on one side was nought there; a share was none.
sides as (
    select
        coalesce(before.version, now.version) as version,
        coalesce(before.month, now.month) as month,
        coalesce(before.metric, now.metric) as metric,
        coalesce(before.dimension, now.dimension) as dimension,
        coalesce(before.member, now.member) as member,
        if(before.metric is null and measured_metric.unit = 'count', 0, before.value) as value_before,
        if(now.metric is null and measured_metric.unit = 'count', 0, now.value) as value_now,
        if(before.metric is null and measured_metric.unit = 'count', 0, before.numerator) as numerator_before,
        if(now.metric is null and measured_metric.unit = 'count', 0, now.numerator) as numerator_now,
        before.denominator as denominator_before,
        now.denominator as denominator_now,
    from before
    full join now
        on now.version = before.version
        and now.metric = before.metric
        and now.dimension = before.dimension
        and now.member = before.member
    left join measured_metric on measured_metric.metric = coalesce(before.metric, now.metric)
),

differences as (
    select *
    from sides
    where round(value_before, 9) is distinct from round(value_now, 9)
       or round(numerator_before, 9) is distinct from round(numerator_now, 9)
       or round(denominator_before, 9) is distinct from round(denominator_now, 9)
),

-- which columns of mart_month a field of a hazard adds to
columns_of_fields as (
    select unnest(['opening', 'found', 'reopened', 'closed', 'cancelled', 'closing', 'verified', 'found_and_rectified', 'open_with_due', 'overdue', 'found_to_date', 'verified_to_date', 'due_judgement', 'closed', 'found_to_date', 'closing']) as field,
           unnest(['opening', 'found', 'reopened', 'closed', 'cancelled', 'closing', 'verified', 'found_and_rectified', 'open_with_due', 'overdue', 'found_to_date', 'verified_to_date', 'due', 'rectified', 'rectified_to_date', 'rectified_to_date']) as stem
),

fields_of_metrics as (
    select distinct
        metric.metric,
        columns_of_fields.field,
    from measured_metric as metric
    join columns_of_fields on regexp_matches(metric.expressions, '\b' || columns_of_fields.stem || if(columns_of_fields.stem in ('due', 'overdue'), '', '\b'))
    where metric.source = 'mart_month'
),

hazards as (
    select
        version,
        hazard_key,
        change,
        field,
        unnest(
            [
                {'dimension': 'all', 'before': '', 'now': ''},
                {'dimension': 'community', 'before': place_before.community, 'now': place_now.community},
                {'dimension': 'sector', 'before': place_before.sector, 'now': place_now.sector},
                {'dimension': 'department', 'before': place_before.department, 'now': place_now.department},
                {'dimension': 'category', 'before': place_before.category, 'now': place_now.category},
                {'dimension': 'level', 'before': place_before.level, 'now': place_now.level}
            ]
        ) as place,
    from int_restated_hazard
),

behind as (
    select
        differences.version,
        differences.metric,
        differences.dimension,
        differences.member,
        list_sort(list(distinct hazards.hazard_key)) as hazard_keys,
        list_sort(list(distinct coalesce(cause.cause_file, cause.cause_decision_id, cause.cause))) as causes,
    from differences
    join hazards
        on hazards.version = differences.version
        and hazards.place.dimension = differences.dimension
        and (hazards.place.before = differences.member or hazards.place.now = differences.member)
    join int_restatement_cause as cause
        on cause.version = hazards.version
        and cause.hazard_key = hazards.hazard_key
    left join fields_of_metrics
        on fields_of_metrics.metric = differences.metric
        and fields_of_metrics.field = hazards.field
    where hazards.change <> 'changed'
       or fields_of_metrics.field is not null
       or hazards.field = differences.dimension
       or differences.metric not in (select metric from fields_of_metrics)
    group by all
),

-- what came later about the month itself, for numbers that count no hazards: visits, ledgers
late_files as (
    select
        int_later_file.version,
        list_sort(list(distinct int_later_file.file_name)) as causes,
    from int_later_file
    join mart_ledger_part as part
        on part.file_sha256 = int_later_file.file_sha256
        and part.month <= int_later_file.month
    group by all
)

select
    differences.version,
    differences.month,
    differences.metric,
    differences.dimension,
    differences.member,
    differences.value_before,
    differences.value_now,
    differences.value_now - differences.value_before as difference,
    differences.numerator_before,
    differences.numerator_now,
    differences.denominator_before,
    differences.denominator_now,
    coalesce(behind.hazard_keys, []) as hazard_keys,
    coalesce(behind.causes, late_files.causes, []) as causes,
from differences
left join behind using (version, metric, dimension, member)
left join late_files using (version)
order by version, month, metric, dimension, member
