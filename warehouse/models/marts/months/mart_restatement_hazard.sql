-- one row per closing × hazard × field that differs today from what the closed month knew, with the file or decision that changed it
-- key: version, hazard_key, field
-- change: added, gone, changed. before and now are text; of a hazard added or gone they hold its words. cause: file, decision, or rules (the seeds or the program changed).
select
    restated.version,
    restated.month,
    restated.hazard_key,
    restated.unit_name,
    restated.hazard_text,
    restated.change,
    restated.field,
    restated.before as value_before,
    restated.now as value_now,
    restated.place_before.community as community_before,
    restated.place_now.community as community_now,
    restated.place_before.department as department_before,
    restated.place_now.department as department_now,
    cause.cause,
    cause.cause_file_sha256,
    cause.cause_file,
    cause.cause_sheet,
    cause.cause_row,
    cause.cause_decision_id,
    cause.cause_decision,
from int_restated_hazard as restated
join int_restatement_cause as cause using (version, hazard_key)
order by restated.version, restated.hazard_key, restated.field
