namespace SafetyAnalytics.Warehouse.Tests.Reading;

/// <summary>The statements behind <see cref="PublishedFixture"/>, separated by two semicolons.</summary>
internal static class FixtureSql
{
    public const string All =
        """
        create table dim_month as
        select strftime(m, '%Y-%m') as month, m::date as starts_on, last_day(m::date) as ends_on
        from range(timestamp '2022-05-01', getvariable('as_of')::timestamp, interval 1 month) as months(m)
        ;;
        create table mart_hazard as
        with spread as (
            select i, (hash(i) % 1000003)::bigint as h, (hash(i + 7919) % 1000003)::bigint as g from range(getvariable('hazards')) as t(i)
        ),
        dated as (
            select *, (date '2022-05-01' + (h % 731)::integer) as found,
                case when g % 9 > 0 then date '2022-05-01' + (h % 731)::integer + (g % 50)::integer + 3 end as due,
                case when h % 11 < 9 then date '2022-05-01' + (h % 731)::integer + (g % 83)::integer end as mended
            from spread
        ),
        cut as (
            select *, case when mended <= getvariable('as_of') then mended end as rectified from dated where found <= getvariable('as_of')
        ),
        stated as (
            select *, case when rectified is null then null when g % 5 < 3 then rectified + 2 end as checked from cut
        )
        select
            'h' || lpad(i::varchar, 6, '0') as hazard_key,
            'u' || (h % 120)::varchar as unit_key,
            '示例' || ['餐馆', '商店', '仓库', '工地', '旅馆'][(h % 5)::integer + 1] || (h % 120)::varchar || '号' as unit_name,
            '示例路' || (h % 120)::varchar || '号' as unit_address,
            ['磁器口社区', '凤凰山社区', '金沙社区', '双碑社区', '待匹配'][(g % 5)::integer + 1] as community,
            ['消防', '建设施工', '道路交通', '餐饮燃气', '危险化学品', '未填报'][(h % 6)::integer + 1] as sector,
            ['应急办', '经发办', '建设办'][(g % 3)::integer + 1] as department,
            [['应急办', '经发办', '建设办'][(g % 3)::integer + 1]] as departments,
            ['电气线路', '疏散通道', '灭火器材', '燃气软管'][(h % 4)::integer + 1] as category,
            case when g % 37 = 0 then '重大' else '一般' end as level,
            ['电线私拉乱接，插座老化', '安全出口堆放杂物', '灭火器压力不足', '燃气软管未按期更换'][(h % 4)::integer + 1] as hazard_text,
            '已督促整改' as measures_text,
            case when h % 41 = 0 then 'cancelled'
                 when rectified is null then ['ordered', 'in_progress', 'not_started', 'unknown'][(g % 4)::integer + 1]
                 when checked is not null then 'verified' else 'rectified' end as status,
            found as found_on, strftime(found, '%Y-%m') as found_month,
            due as due_on, case when due is null then 'none' else 'date' end as due_kind, 'day' as due_precision, strftime(due, '%Y年%-m月%-d日前') as due_text,
            rectified as rectified_on, strftime(rectified, '%Y-%m') as rectified_month,
            checked as verified_on, strftime(checked, '%Y-%m') as verified_month,
            case when rectified is not null then rectified - found else getvariable('as_of') - found end as days_open,
            (rectified - found)::integer as days_to_rectify,
            rectified is null and h % 41 > 0 as is_open,
            rectified is null and h % 41 > 0 and coalesce(due < getvariable('as_of'), false) as is_overdue,
            ['磁器口社区', '应急办', '经发办'][(g % 3)::integer + 1] || strftime(found, '%Y年%-m月') || '台账.xlsx' as first_file,
            'Sheet1' as first_sheet, (i % 40 + 3)::bigint as first_row
        from stated
        ;;
        create table fct_hazard_month as
        select
            hazard_key, month,
            (found_month < month and coalesce(rectified_month >= month, true))::integer as opening,
            (found_month = month)::integer as found, 0 as reopened,
            coalesce(rectified_month = month, false)::integer as closed, 0 as cancelled, 0 as transferred,
            coalesce(rectified_month > month, true)::integer as closing,
            (coalesce(rectified_month > month, true) and coalesce(due_on < ends_on, false))::integer as overdue,
            case when coalesce(rectified_month > month, true) and due_on < ends_on then ends_on - due_on end as days_overdue
        from mart_hazard join dim_month on found_month <= month and coalesce(rectified_month >= month, true)
        where status <> 'cancelled'
        ;;
        create table mart_month as
        with slices as (
            select community, sector, department, category, level, min(found_month) as since from mart_hazard where status <> 'cancelled' group by all
        ),
        dense as (
            select month, ends_on, slices.* exclude (since) from slices join dim_month on month >= since
        ),
        counted as (
            select h.community, h.sector, h.department, h.category, h.level, f.*, h.due_on, h.rectified_on,
                coalesce(h.verified_month = f.month, false)::integer as verified
            from fct_hazard_month as f join mart_hazard as h using (hazard_key)
        ),
        moved as (
            select month, community, sector, department, category, level,
                sum(opening) as opening, sum(found) as found, sum(closed) as closed, sum(closing) as closing,
                sum(closed) as rectified, sum(verified) as verified, sum(found * closed) as found_and_rectified,
                count(*) filter (where closing = 1 and due_on is not null) as open_with_due,
                sum(overdue) as overdue,
                count(*) filter (where days_overdue between 1 and 7) as overdue_1_7,
                count(*) filter (where days_overdue between 8 and 30) as overdue_8_30,
                count(*) filter (where days_overdue between 31 and 90) as overdue_31_90,
                count(*) filter (where days_overdue > 90) as overdue_over_90
            from counted group by all
        ),
        promised as (
            select strftime(due_on, '%Y-%m') as month, community, sector, department, category, level,
                count(*) as due, count(*) filter (where level = '一般') as due_judgeable,
                count(*) filter (where level = '一般' and rectified_on <= due_on) as due_on_time,
                count(*) filter (where level = '重大') as due_undeterminable
            from mart_hazard where due_on <= getvariable('as_of') and status <> 'cancelled' group by all
        ),
        numbered as (
            select dense.* exclude (ends_on),
                coalesce(opening, 0)::bigint as opening, coalesce(found, 0)::bigint as found, 0::bigint as reopened, coalesce(closed, 0)::bigint as closed,
                0::bigint as cancelled, 0::bigint as transferred, coalesce(closing, 0)::bigint as closing, coalesce(rectified, 0)::bigint as rectified,
                coalesce(verified, 0)::bigint as verified, coalesce(found_and_rectified, 0)::bigint as found_and_rectified,
                coalesce(due, 0)::bigint as due, coalesce(due_judgeable, 0)::bigint as due_judgeable, coalesce(due_on_time, 0)::bigint as due_on_time,
                coalesce(due_undeterminable, 0)::bigint as due_undeterminable, coalesce(open_with_due, 0)::bigint as open_with_due,
                coalesce(overdue, 0)::bigint as overdue, coalesce(overdue_1_7, 0)::bigint as overdue_1_7, coalesce(overdue_8_30, 0)::bigint as overdue_8_30,
                coalesce(overdue_31_90, 0)::bigint as overdue_31_90, coalesce(overdue_over_90, 0)::bigint as overdue_over_90
            from dense
            left join moved using (month, community, sector, department, category, level)
            left join promised using (month, community, sector, department, category, level)
        )
        select *,
            sum(found) over slice as found_to_date, sum(rectified) over slice as rectified_to_date, sum(verified) over slice as verified_to_date
        from numbered
        window slice as (partition by community, sector, department, category, level order by month)
        ;;
        create table fct_closing as
        select
            hazard_key, 1::bigint as spell_number, unit_key, community, sector, department, category, level, rectified_month as closed_month, rectified_on,
            false as is_on_the_spot, days_to_rectify, case when hash(hazard_key) % 13 = 0 then 'reopened' else 'none' end as rebound,
            ['更换维修', '清理规范', '未填报'][(hash(hazard_key) % 3)::integer + 1] as corrective_action,
            case when rectified_on + 90 > getvariable('as_of') then 'no_follow_up' when hash(hazard_key) % 17 = 0 then 'undeterminable' when hash(hazard_key) % 5 = 0 then 'recurrent' else 'none' end as recurrence_90,
            case when rectified_on + 180 > getvariable('as_of') then 'no_follow_up' when hash(hazard_key) % 17 = 0 then 'undeterminable' when hash(hazard_key) % 4 = 0 then 'recurrent' else 'none' end as recurrence_180
        from mart_hazard where rectified_on is not null and status <> 'cancelled'
        ;;
        create table dim_unit as
        select distinct unit_key, unit_name, unit_address from mart_hazard
        ;;
        create table mart_visit_month as
        select month, community, sector, department, '不适用' as category, '不适用' as level, sum(found)::bigint as found, sum(found)::bigint + 2 as visits from mart_month group by all
        ;;
        create table mart_submission as
        select submitter, month,
            case when submitter = '双碑社区' and month >= '2024-01' then 'missing' when submitter = '经发办' then 'zero_report' when submitter = '建设办' and month = '2024-04' then 'waiting' else 'received' end as state,
            submitter <> '双碑社区' or month < '2024-01' as came,
            if(came, ends_on + interval (if(submitter = '金沙社区', 9, 2)) day, null) as received_at,
            if(came, if(submitter = '应急办' and month = '2024-03', 2, 1), null) as version,
            10 as rows_read, 8 as rows_loaded, if(submitter = '建设办' and month = '2024-04', 7, 0) as rows_waiting, if(came, submitter <> '金沙社区', null) as is_on_time
        from dim_month cross join (select unnest(['磁器口社区', '凤凰山社区', '金沙社区', '双碑社区', '应急办', '经发办', '建设办']) as submitter)
        where submitter <> '建设办' or month >= '2023-06'
        ;;
        create table mart_ledger_file as
        select md5(i::varchar) || md5(i::varchar) as file_sha256, '台账' || i::varchar || '.xlsx' as file_name, if(i < 3, null, '2024-04') as month, if(i < 3, null, '建设办') as submitter,
            timestamp '2024-05-02 01:30:00' as received_at, if(i < 3, null, 1) as version,
            case when i < 3 then 'waiting' when i = 19 then 'refused' when i = 18 then 'superseded' else 'landed' end as outcome,
            case when i < 3 then 'no_month' when i = 19 then 'encrypted' when i = 18 then 'superseded' end as reason,
            if(i = 5, ['hidden_rows'], []::varchar[]) as warnings, if(i = 1, ['月份 标题: 2024-03', '月份 文件名: 2024-04'], []::varchar[]) as readings,
            if(i = 19, 0, 20) as rows_read, if(i < 4 or i > 17, 0, 17) as rows_loaded, 0 as rows_repeated, 0 as rows_carried_over, case when i = 19 then 0 when i < 4 then 13 else 3 end as rows_skipped,
            if(i < 4, 7, 0) as rows_waiting, if(i = 18, 17, 0) as rows_superseded
        from range(20) as t(i)
        ;;
        create table mart_ledger_row as
        select file_sha256, file_name, month, submitter, 'Sheet1' as sheet, 4 as row_number, 'loaded' as outcome from mart_ledger_file where outcome <> 'refused'
        ;;
        create table mart_ledger_problem as
        select file_sha256, problem_number::integer as problem_number, file_name, month, submitter, 'Sheet1' as sheet, if(problem_number = 0 and month is null, null, problem_number + 4)::integer as row_number,
            if(problem_number = 0 and month is null, null, 'J' || (problem_number + 4)::varchar) as cell, '整改时限' as column_name,
            if(problem_number = 0 and month is null, 'no_month', 'due_unreadable') as code, month is null and problem_number = 0 as is_waiting,
            '=cmd()' as cell_text, readings, '时限的文字无法识别。' as message_zh, 'The deadline cannot be read.' as message_en, '请写日期。' as cure_zh, 'State a date.' as cure_en
        from mart_ledger_file cross join range(3) as t(problem_number)
        where outcome in ('waiting', 'landed') and file_name in ('台账0.xlsx', '台账1.xlsx', '台账2.xlsx', '台账3.xlsx')
        ;;
        create macro hazards_found(found) as sum(found)
        ;;
        create macro share_of(part, whole) as sum(part) / nullif(sum(whole), 0)
        ;;
        create table metric (key varchar, label_zh varchar, label_en varchar, unit varchar, additive varchar, direction varchar, meaning varchar, meaning_en varchar,
            source varchar, month_column varchar, sql varchar, numerator_sql varchar, denominator_sql varchar, undeterminable_sql varchar)
        ;;
        insert into metric values
            ('hazards_found', '新增隐患', 'Hazards found', 'count', 'additive', 'neutral', '当月发现的隐患', 'Found in the month', 'mart_month', 'month', 'hazards_found(found)', null, null, null),
            ('open_stock', '期末存量', 'Open stock', 'count', 'month_end', 'down', '月末未销号', 'Open at the month''s end', 'mart_month', 'month', 'sum(closing)', null, null, null),
            ('rectified_in_month', '本月整改', 'Rectified in month', 'count', 'additive', 'up', '当月整改，不论何时发现', 'Rectified in the month, whenever found', 'mart_month', 'month', 'sum(rectified)', null, null, null),
            ('cumulative_rectification_rate', '累计整改率', 'Cumulative rectification rate', 'percent', 'none', 'up', '累计整改÷累计发现', 'Rectified to date ÷ found to date', 'mart_month', 'month', 'share_of(rectified_to_date, found_to_date)', 'sum(rectified_to_date)', 'sum(found_to_date)', null),
            ('cohort_rectification_rate', '当月发现整改率', 'Cohort rectification rate', 'percent', 'none', 'up', '当月发现且月末前整改÷当月发现', 'Found and rectified ÷ found', 'mart_month', 'month', 'share_of(found_and_rectified, found)', 'sum(found_and_rectified)', 'sum(found)', null),
            ('workload_rate', '当月处置率', 'Workload rate', 'percent', 'none', 'up', '本月整改÷（期初+新增+反弹）', 'Rectified ÷ opening + found + reopened', 'mart_month', 'month', 'share_of(rectified, opening + found + reopened)', 'sum(rectified)', 'sum(opening + found + reopened)', null),
            ('on_time_rate', '按期整改率', 'On-time rate', 'percent', 'none', 'up', '当月到期且按期整改÷当月到期且可判定', 'Due and on time ÷ due and judgeable', 'mart_month', 'month', 'share_of(due_on_time, due_judgeable)', 'sum(due_on_time)', 'sum(due_judgeable)', 'sum(due_undeterminable)'),
            ('overdue_rate', '逾期率', 'Overdue rate', 'percent', 'none', 'down', '逾期未改÷有期限的存量', 'Overdue ÷ open with a due date', 'mart_month', 'month', 'share_of(overdue, open_with_due)', 'sum(overdue)', 'sum(open_with_due)', null),
            ('days_to_rectify', '整改天数', 'Days to rectify', 'days', 'none', 'down', '中位数', 'Median', 'fct_closing', 'closed_month', 'median(days_to_rectify)', null, null, 'count(*) filter (where days_to_rectify is null)'),
            ('days_to_rectify_p90', '整改天数（九成以内）', 'Days to rectify, 90th percentile', 'days', 'none', 'down', '九成在这个天数以内', 'Nine tenths took no longer', 'fct_closing', 'closed_month', 'quantile_cont(days_to_rectify, 0.9)', null, null, null),
            ('recurrence_rate_90', '复发率（90 天）', 'Recurrence within 90 days', 'percent', 'none', 'down', '90 天内复发', 'Back within 90 days', 'fct_closing', 'closed_month', 'count(*) filter (recurrence_90 = ''recurrent'') / nullif(count(*) filter (recurrence_90 in (''recurrent'', ''none'')), 0)', 'count(*) filter (recurrence_90 = ''recurrent'')', 'count(*) filter (recurrence_90 in (''recurrent'', ''none''))', 'count(*) filter (recurrence_90 = ''undeterminable'')'),
            ('recurrence_rate_180', '复发率（180 天）', 'Recurrence within 180 days', 'percent', 'none', 'down', '180 天内复发', 'Back within 180 days', 'fct_closing', 'closed_month', 'count(*) filter (recurrence_180 = ''recurrent'') / nullif(count(*) filter (recurrence_180 in (''recurrent'', ''none'')), 0)', 'count(*) filter (recurrence_180 = ''recurrent'')', 'count(*) filter (recurrence_180 in (''recurrent'', ''none''))', 'count(*) filter (recurrence_180 = ''undeterminable'')'),
            ('rebound_rate', '反弹率', 'Re-opened', 'percent', 'none', 'down', '整改后又打开', 'Open again', 'fct_closing', 'closed_month', 'count(*) filter (rebound = ''reopened'') / nullif(count(*), 0)', 'count(*) filter (rebound = ''reopened'')', 'count(*)', null),
            ('hazards_per_visit', '隐患密度', 'Hazards per visit', 'ratio', 'none', 'neutral', '发现÷检查家次', 'Found ÷ visits', 'mart_visit_month', 'month', 'sum(found) / nullif(sum(visits), 0)', 'sum(found)', 'sum(visits)', null),
            ('verified_rate', '销号率', 'Verified rate', 'percent', 'none', 'up', '累计销号÷累计整改', 'Verified to date ÷ rectified to date', 'mart_month', 'month', 'share_of(verified_to_date, rectified_to_date)', 'sum(verified_to_date)', 'sum(rectified_to_date)', null)
        """;
}
