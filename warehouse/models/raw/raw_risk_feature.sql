-- one row per unit × category, and per unit (category null), of the latest day scored for each horizon: what the models were told
-- key: as_of, horizon_days, unit_key, category
-- numbers stand in the order of raw_risk_feature_name.names
create table if not exists raw_risk_feature (
    as_of date not null,
    horizon_days integer not null,
    unit_key varchar not null,
    category varchar,
    numbers float[] not null,
);
