-- one row per plan × department whose number of visits was limited
-- key: plan_key, department
create table if not exists raw_risk_plan_budget (
    plan_key varchar not null,
    department varchar not null,
    visits integer not null,
);
