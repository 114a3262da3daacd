-- any metric beside the period before (环比) and the same period last year (同比): from measure_change('overdue_rate', 'month', 'community')
-- change: counts in per cent, shares in percentage points, days in days; null with its reason, base_under_5 above all. A year to date has no period before.
-- An unfinished month is compared with the same number of days of the others, by what is dated (is_so_far); where that cannot be done the reason is unfinished.
create or replace macro measure_change(metric_key, grain_name, split) as table
    from query(
        'with numbers as (select month, bool_or(is_whole) as is_whole, false as is_so_far, ' || if(split = '', '', split || ', ') || measured_columns(metric_key)
        || ' from ' || case when contains(split, 'unit_key') then measured_by_unit(metric_key) when grain_name = 'month' then measured_by_month(metric_key) else measured_by_period(metric_key) end
        || ' where grain = ''' || grain_name || ''' group by month' || if(split = '', '', ', ' || split)
        || if(
            grain_name = 'month' and measured_over(metric_key) = 'period' and not contains(split, 'unit_key'),
            ' union all select month, true as is_whole, true as is_so_far, ' || if(split = '', '', split || ', ') || measured_columns(metric_key)
            || ' from mart_month_so_far group by month' || if(split = '', '', ', ' || split),
            ''
        )
        || '), months as (select month, measured_on < ends_on as is_unfinished, '
        || 'strftime(starts_on - interval ' || case grain_name when 'quarter' then '3' else '1' end || ' month, ''%Y-%m'') as earlier_month, '
        || 'strftime(starts_on - interval 1 year, ''%Y-%m'') as last_year_month from dim_month), '
        || 'pairs as (select number.month, ' || if(split = '', '', array_to_string(list_transform(string_split(split, ','), name -> 'number.' || trim(name)), ', ') || ', ')
        || 'number.is_so_far, number.value, number.numerator, number.denominator, number.n, number.undeterminable, number.reason, '
        || 'months.is_unfinished and not number.is_so_far as cannot_compare, '
        || 'months.earlier_month, ' || earlier_number('earlier', metric_key, grain_name) || ', '
        || 'months.last_year_month, ' || earlier_number('last_year', metric_key, grain_name)
        || ' from numbers as number join months using (month)'
        || earlier_join('earlier', split) || earlier_join('last_year', split)
        || ' where number.is_whole and (number.is_so_far = months.is_unfinished or not exists (from numbers as other where other.is_so_far))) '
        || 'select * exclude (cannot_compare), '
        || earlier_change('earlier', metric_key, grain_name) || ', ' || earlier_change('last_year', metric_key, grain_name)
        || ', ''' || case measured_in(metric_key) when 'percent' then 'percentage_points' when 'count' then 'percent' else measured_in(metric_key) end || ''' as change_unit'
        || ' from pairs order by month' || if(split = '', '', ', ' || split)
    );
