-- the same job, done plainly: one row per ledger row, per unit, and per month × category × department × status
create table ledger as
select
    regexp_extract(filename, '(\d{4}-\d{2})\.csv$', 1) as month,
    lower(regexp_replace(单位名称, '[\s（）()]', '', 'g')) as unit_name,
    regexp_replace(单位地址, '\s', '', 'g') as unit_address,
    责任单位 as department,
    trim(regexp_replace(问题隐患, '^\d+[.、]', '')) as hazard_text,
    整改措施及情况 as measures_text,
    try_cast(regexp_replace(regexp_extract(整改时限, '\d{4}年\d{1,2}月\d{1,2}'), '年|月', '-', 'g') as date) as due_on,
    case
        when regexp_matches(整改措施及情况, '未整改|尚未') then 'not_started'
        when regexp_matches(整改措施及情况, '整改完毕|已整改') then 'rectified'
        when regexp_matches(整改措施及情况, '整改中|正在') then 'in_progress'
        when regexp_matches(整改措施及情况, '督促|通知书|限期') then 'ordered'
        else 'unknown'
    end as status,
    case
        when regexp_matches(问题隐患, '灭火器|消防栓|喷淋') then '消防设施'
        when regexp_matches(问题隐患, '安全出口|疏散|堵塞|占用') then '疏散通道'
        when regexp_matches(问题隐患, '电线|配电|插座|私拉') then '用电安全'
        when regexp_matches(问题隐患, '应急照明|指示') then '应急照明'
        when regexp_matches(问题隐患, '燃气|软管|气瓶') then '燃气安全'
        else '待匹配'
    end as category,
from read_csv(getvariable('files'), all_varchar = true, filename = true);

create table unit as
select
    row_number() over (order by unit_name, unit_address) as unit_key,
    unit_name,
    unit_address,
from (select distinct unit_name, unit_address from ledger);

create table hazard as
select
    hash(unit.unit_key, ledger.hazard_text) as hazard_key,
    unit.unit_key,
    ledger.hazard_text,
    any_value(ledger.category) as category,
    any_value(ledger.department) as department,
    min(ledger.month) as found_month,
    max(ledger.month) filter (ledger.status = 'rectified') as rectified_month,
    arg_max(ledger.status, ledger.month) as status,
    max(ledger.due_on) as due_on,
from ledger
join unit using (unit_name, unit_address)
group by all
order by hazard_key;

create table cube as
select
    found_month as month,
    category,
    department,
    status,
    count(*) as found,
    count(*) filter (status <> 'rectified') as open,
    count(*) filter (status <> 'rectified' and due_on < last_day(cast(found_month || '-01' as date))) as overdue,
from hazard
group by all
order by all;
