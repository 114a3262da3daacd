-- one row per plan × order × unit: the plan itself, and as many units by a naive order to hold it against
-- key: plan_key, order_name, unit_key
create table if not exists raw_risk_plan_item (
    plan_key varchar not null,
    order_name varchar not null,
    place integer not null,
    unit_key varchar not null,
    unit_name varchar not null,
    unit_address varchar,
    department varchar,
    community varchar,
    reasons varchar[] not null,
    is_random boolean not null,
    expected_count double,
    look_for varchar[] not null,
);
