-- one row per closing × metric × member: the metric of the closed month as it was computed then, by the definition of then
-- key: version, metric, dimension, member
-- append-only; restricted; never recomputed.
create table if not exists raw_frozen_metric (
    version integer not null,
    month varchar not null,
    metric varchar not null,
    dimension varchar not null,
    member varchar not null,
    value double,
    numerator double,
    denominator double,
    undeterminable double,
);
