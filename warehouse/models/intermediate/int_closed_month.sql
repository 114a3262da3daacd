-- one row per month of the data that a decision ever closed
-- key: month
-- is_closed: the latest decision about it that nobody undid closed it.
with
decisions as (
    select
        month,
        bool_or(kind = 'month_close') as was_closed,
        arg_max(kind, decided_at) filter (not is_undone) as last_kind,
    from read_decision
    where kind in ('month_close', 'month_reopen')
    group by all
)

select
    decisions.month,
    coalesce(decisions.last_kind = 'month_close', false) as is_closed,
from decisions
join dim_month using (month)
where decisions.was_closed
