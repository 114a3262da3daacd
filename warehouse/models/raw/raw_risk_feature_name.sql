-- one row per question (pair, unit) of the latest day scored for each horizon: the names of its features, in order
-- key: as_of, horizon_days, question
create table if not exists raw_risk_feature_name (
    as_of date not null,
    horizon_days integer not null,
    question varchar not null,
    names varchar[] not null,
);
