-- one row per closing × decision made or undone after it that can change what is read
-- key: version, decision_id
select
    version.version,
    version.month,
    decision.decision_id,
    coalesce(undone.file_sha256, decision.file_sha256) as file_sha256,
    decision.shown_about,
from raw_frozen_version as version
join read_decision as decision on decision.decided_at > version.closed_at
left join read_decision as undone on undone.decision_id = decision.undoes
where not version.is_empty
  and decision.kind not in ('month_close', 'month_reopen', 'target')
  and coalesce(undone.kind, '') not in ('month_close', 'month_reopen', 'target')
