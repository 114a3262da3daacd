-- any metric at any grain: from measure('on_time_rate', 'quarter', 'community, sector')
-- grain: month, quarter, year_to_date; month is the last month of each. split: any of community, sector, department, category, level, unit_key, or '' for the total. Filter the rows it gives.
-- measure_so_far also has quarters up to their first and second months.
create or replace macro measure_so_far(metric_key, grain_name, split) as table
    from query(
        'select month, bool_or(is_whole) as is_whole, '
        || if(split = '', '', split || ', ')
        || measured_columns(metric_key)
        || ' from ' || case when contains(split, 'unit_key') then measured_by_unit(metric_key) when grain_name = 'month' then measured_by_month(metric_key) else measured_by_period(metric_key) end
        || ' where grain = ''' || grain_name || ''' group by month' || if(split = '', '', ', ' || split)
        || ' order by month' || if(split = '', '', ', ' || split)
    );
create or replace macro measure
    (metric_key) as table (select * exclude (is_whole) from measure_so_far(metric_key, 'month', '')),
    (metric_key, grain_name) as table (select * exclude (is_whole) from measure_so_far(metric_key, grain_name, '') where is_whole),
    (metric_key, grain_name, split) as table (select * exclude (is_whole) from measure_so_far(metric_key, grain_name, split) where is_whole);
