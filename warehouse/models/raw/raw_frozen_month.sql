-- one row per closing × month × slice: the rows of mart_month as they were known then, of the closed month and the twelve before it
-- key: version, month, community, sector, department, category, level
-- append-only; restricted. The other columns are those of mart_month, added when they are first frozen; never recomputed.
create table if not exists raw_frozen_month (
    version integer not null,
    month varchar not null,
);
