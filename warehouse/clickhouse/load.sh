#!/usr/bin/env bash
# Writes the SQL that loads published Parquet trees into ClickHouse, and the metrics with it.
#   bash load.sh DATABASE TREE…  |  clickhouse client --multiquery          (or: clickhouse local --path DIR --multiquery)
# TREE is the parquet/ folder of a snapshot, one for each region, as the server sees it (below user_files, or its clickhouse local's own disk).
# Region and month come from the paths; each load replaces what the database held.
set -euo pipefail

if [ $# -lt 2 ]; then
    echo "usage: bash load.sh DATABASE TREE…" >&2
    exit 2
fi

database=$1
shift
if ! [[ $database =~ ^[a-z_][a-z0-9_]*$ ]]; then
    echo "'$database' is not a database's name: small letters, digits and underscores." >&2
    exit 2
fi

here=$(cd "$(dirname "$0")" && pwd)
echo "create database if not exists $database;"
tables=$(for tree in "$@"; do ls "$tree"; done | sort -u)
for table in $tables; do
    echo "drop table if exists $database.$table;"
    created=
    for tree in "$@"; do
        [ -d "$tree/$table" ] || continue
        if compgen -G "$tree/$table/region=*/month=*" > /dev/null; then
            files="$tree/$table/*/*/*.parquet" order="(region, month)"
        elif compgen -G "$tree/$table/region=*" > /dev/null; then
            # A table without rows stands in no region: it has a schema and nothing to load.
            files="$tree/$table/*/*.parquet" order="region"
        else
            files="$tree/$table/*.parquet" order="tuple()"
        fi

        quoted=${files//\'/\\\'}
        if [ -z "$created" ]; then
            echo "create table $database.$table engine = MergeTree order by $order as select * from file('$quoted', Parquet) settings use_hive_partitioning = 1;"
            created=$order
        elif [ "$created" != "tuple()" ]; then
            echo "insert into $database.$table select * from file('$quoted', Parquet) settings use_hive_partitioning = 1;"
        fi
    done
done

cat "$here/metrics.sql"
