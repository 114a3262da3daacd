-- how a number differs from an earlier one: counts in per cent of the earlier, everything else in its own unit (a share in percentage points); null where change_reason says why
create or replace macro change_of(unit, value, n, earlier, earlier_n) as
    case
        when change_reason(unit, value, n, earlier, earlier_n) is not null then null
        when unit = 'count' then (value - earlier) / earlier * 100
        when unit = 'percent' then (value - earlier) * 100
        else value - earlier
    end;
