-- one row per check plan made
-- key: plan_key
-- the same period, day and number of visits make the same plan again and take its place.
create table if not exists raw_risk_plan (
    plan_key varchar primary key,
    period varchar not null,
    starts_on date not null,
    ends_on date not null,
    certainty varchar not null,
    as_of date not null,
    horizon_days integer not null,
    visits integer not null,
    made_at timestamp not null,
);
