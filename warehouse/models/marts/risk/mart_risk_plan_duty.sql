-- one row per check plan × duty that it cannot honour
-- key: plan_key, kind, subject
-- kind: keeper, a responsible person with fewer than two listed enterprises in the plan; half_year, a listed enterprise not seen for half a year; department, community, one without a visit.
select *
from raw_risk_plan_duty
order by plan_key, kind, subject
