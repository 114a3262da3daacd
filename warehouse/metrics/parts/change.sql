-- why two numbers are not compared: base_under_5 (show the counts only), no_value, no_earlier_value; null where they are
create or replace macro change_reason(unit, value, n, earlier, earlier_n) as
    case
        when value is null then 'no_value'
        when earlier is null then 'no_earlier_value'
        when unit = 'count' and earlier < 5 then 'base_under_5'
        when unit <> 'count' and least(n, earlier_n) < 5 then 'base_under_5'
    end;
-- how a number differs from an earlier one: counts in per cent of the earlier, everything else in its own unit (a share in percentage points); null where change_reason says why
create or replace macro change_of(unit, value, n, earlier, earlier_n) as
    case
        when change_reason(unit, value, n, earlier, earlier_n) is not null then null
        when unit = 'count' then (value - earlier) / earlier * 100
        when unit = 'percent' then (value - earlier) * 100
        else value - earlier
    end;
