-- one row per hazard of which a person decided what it is, where, whose, how grave or till when
-- key: hazard_key
-- of several decisions about one value the one that holds from the latest day or month counts, then the latest made; null: nobody decided.
select
    hazard_key,
    arg_max(value, (since, decision_number)) filter (kind = 'hazard_category') as category,
    arg_max(value, (since, decision_number)) filter (kind = 'hazard_sector') as sector,
    arg_max(value, (since, decision_number)) filter (kind = 'hazard_community') as community,
    arg_max(value, (since, decision_number)) filter (kind = 'hazard_department') as department,
    arg_max(value, (since, decision_number)) filter (kind = 'hazard_level') as level,
    cast(arg_max(value, (since, decision_number)) filter (kind = 'hazard_due') as date) as due_on,
from int_hazard_decision
where outcome = 'applies'
  and kind in ('hazard_category', 'hazard_sector', 'hazard_community', 'hazard_department', 'hazard_level', 'hazard_due')
group by all
