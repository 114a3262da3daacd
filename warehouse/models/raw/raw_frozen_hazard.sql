-- one row per closing × hazard that counted by the end of the closed month, as it was known then
-- key: version, hazard_key
-- append-only; restricted. The other columns are those of int_hazard_month_end, added when they are first frozen; never recomputed.
create table if not exists raw_frozen_hazard (
    version integer not null,
    month varchar not null,
    hazard_key varchar not null,
);
