-- one row per number of a back-test: question × order × cut-off × measure
-- key: as_of, horizon_days, question, order_name, cut_off, measure
create table if not exists raw_risk_backtest (
    as_of date not null,
    horizon_days integer not null,
    question varchar not null,
    order_name varchar not null,
    cut_off date,
    measure varchar not null,
    value double,
    low double,
    high double,
    example_count integer not null,
);
