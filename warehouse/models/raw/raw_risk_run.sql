-- one row per scoring that stands: the day it was made for, over which horizon, by which models
-- key: as_of, horizon_days
-- scored again for the same day and horizon it takes the place of the one before; other days stay, so that what was foretold can be held against what came.
create table if not exists raw_risk_run (
    as_of date not null,
    horizon_days integer not null,
    scored_at timestamp not null,
    input_hash varchar not null,
    trained_for date not null,
    judged_horizon_days integer not null,
    pair_model varchar not null,
    any_model varchar not null,
    major_model varchar not null,
    count_model varchar not null,
    is_thin boolean not null,
    example_count integer not null,
    visit_count integer not null,
    unit_count integer not null,
    first_visit_on date,
    primary key (as_of, horizon_days),
);
