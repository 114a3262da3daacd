-- pieces of measure_change: the columns, the join and the change of one earlier number, `earlier` or `last_year`
-- A count of a slice that has no row in a month there is was nought; before the first month nothing is known.
create or replace macro earlier_number(name, metric_key, grain_name) as
    if(
        measured_in(metric_key) = 'count',
        'if(months.' || name || '_month >= (select min(month) from dim_month), coalesce(' || name || '.value, 0), null)',
        name || '.value'
    ) || ' as ' || name || ', ' || name || '.numerator as ' || name || '_numerator, ' || name || '.n as ' || name || '_n';
create or replace macro earlier_join(name, split) as
    ' left join numbers as ' || name || ' on ' || name || '.month = months.' || name || '_month and ' || name || '.is_so_far = number.is_so_far'
    || if(split = '', '', array_to_string(list_transform(string_split(split, ','), column_name -> ' and ' || name || '.' || trim(column_name) || ' = number.' || trim(column_name)), ''));
create or replace macro earlier_change(name, metric_key, grain_name) as
    case
        when grain_name = 'year_to_date' and name = 'earlier' then 'null::double as earlier_change, ''not_applicable'' as earlier_reason'
        else 'if(cannot_compare, null, change_of(''' || measured_in(metric_key) || ''', value, n, ' || name || ', ' || name || '_n)) as ' || name || '_change, '
            || 'if(cannot_compare, ''unfinished'', change_reason(''' || measured_in(metric_key) || ''', value, n, ' || name || ', ' || name || '_n)) as ' || name || '_reason'
    end;
