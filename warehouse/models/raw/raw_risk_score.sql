-- one row per unit × category × scoring
-- key: as_of, horizon_days, unit_key, category
create table if not exists raw_risk_score (
    as_of date not null,
    horizon_days integer not null,
    unit_key varchar not null,
    category varchar not null,
    probability double not null,
    smoothed_rate double not null,
    rank integer not null,
    inspected_count integer not null,
    is_candidate_by_history boolean not null,
    reasons varchar[] not null,
    reasons_en varchar[] not null,
);
