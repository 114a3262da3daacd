-- one row per sector or community of a back-test: scores, findings and effort side by side
-- key: as_of, horizon_days, dimension, member
create table if not exists raw_risk_effort (
    as_of date not null,
    horizon_days integer not null,
    dimension varchar not null,
    member varchar not null,
    example_count integer not null,
    visits_per_unit double not null,
    predicted double not null,
    observed double not null,
    selection_rate double not null,
);
