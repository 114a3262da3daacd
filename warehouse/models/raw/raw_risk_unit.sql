-- one row per unit × scoring
-- key: as_of, horizon_days, unit_key
create table if not exists raw_risk_unit (
    as_of date not null,
    horizon_days integer not null,
    unit_key varchar not null,
    unit_name varchar not null,
    unit_address varchar,
    probability_any double not null,
    probability_major double not null,
    expected_count double not null,
    rank integer not null,
    inspected_count integer not null,
    open_count integer not null,
    overdue_count integer not null,
    return_count integer not null,
    last_visited_on date,
    reasons varchar[] not null,
    reasons_en varchar[] not null,
);
