-- one row per duty that a plan cannot honour
-- key: plan_key, kind, subject
-- a responsible person is a number here; names stay in the roster.
create table if not exists raw_risk_plan_duty (
    plan_key varchar not null,
    kind varchar not null,
    subject varchar not null,
);
