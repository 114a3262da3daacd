-- one row per question × step of probability of a back-test
-- key: as_of, horizon_days, question, step
create table if not exists raw_risk_calibration (
    as_of date not null,
    horizon_days integer not null,
    question varchar not null,
    step integer not null,
    predicted double not null,
    observed double not null,
    example_count integer not null,
);
