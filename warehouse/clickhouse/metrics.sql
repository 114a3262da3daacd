-- Every metric of ../metrics as a function of ClickHouse, with the name and the arguments it has in DuckDB: the calls in the published table metric work in both engines.
-- DuckDB's count(*) filter (x) is countIf(x) here; its sum of nothing is null, and sumIf's is 0, which every ratio below divides by as nothing.
create or replace function claimed_unverified as (rectified_to_date, verified_to_date) -> sum(rectified_to_date) - sum(verified_to_date);
create or replace function cohort_rectification_rate as (found_and_rectified, cohort) -> sum(found_and_rectified) / nullIf(sum(cohort), 0);
create or replace function coverage_rate as (roster_no, is_inspected) -> uniqExactIf(roster_no, is_inspected) / nullIf(uniqExact(roster_no), 0);
create or replace function cumulative_rectification_rate as (rectified_to_date, found_to_date) -> sum(rectified_to_date) / nullIf(sum(found_to_date), 0);
create or replace function days_to_rectify as (days_to_rectify) -> quantileExactInclusiveOrNull(0.5)(days_to_rectify);
create or replace function days_to_rectify_mean as (days_to_rectify) -> avgOrNull(days_to_rectify);
create or replace function days_to_rectify_p90 as (days_to_rectify) -> quantileExactInclusiveOrNull(0.9)(days_to_rectify);
-- Kaplan and Meier: days doubled, so that one sorted list tells events (even) from censorings (odd); survival falls by one in those left at each event.
create or replace function days_to_rectify_km as (days_observed, is_rectified) -> nullIf(tupleElement(arrayFold(
    (so_far, place) -> (
        so_far.1 - 1,
        if(place % 2 = 0, so_far.2 * (1 - 1 / so_far.1), so_far.2),
        if(so_far.3 < 0 and place % 2 = 0 and so_far.2 * (1 - 1 / so_far.1) <= 0.5 + 1e-12, toFloat64(intDiv(place, 2)), so_far.3)
    ),
    arraySort(groupArrayIf(toInt64(assumeNotNull(days_observed)) * 2 + if(is_rectified, 0, 1), days_observed is not null)),
    (toFloat64(countIf(days_observed is not null)), toFloat64(1), toFloat64(-1))
), 3), -1);
create or replace function duty_222_inspected_rate as (inspecting, rostered, reporting) -> if(sum(reporting) > 0, sum(inspecting) / nullIf(sum(rostered), 0), null);
create or replace function duty_222_rate as (meeting, rostered, reporting) -> if(sum(reporting) > 0, sum(meeting) / nullIf(sum(rostered), 0), null);
create or replace function duty_222_solved_rate as (solving, rostered, reporting) -> if(sum(reporting) > 0, sum(solving) / nullIf(sum(rostered), 0), null);
create or replace function duty_222_urged_rate as (urging, rostered, reporting) -> if(sum(reporting) > 0, sum(urging) / nullIf(sum(rostered), 0), null);
create or replace function five_fulfilments_rate as (is_complete) -> countIf(is_complete) / nullIf(count(is_complete), 0);
create or replace function hazards_found as (found) -> sum(found);
create or replace function hazards_per_visit as (found, visits) -> sum(found) / nullIf(sum(visits), 0);
create or replace function listed_coverage_rate as (is_listed, is_inspected_this_half) -> countIf(is_listed and is_inspected_this_half) / nullIf(countIf(is_listed), 0);
create or replace function major_share as (found, level) -> sumIf(found, level = '重大') / nullIf(sumIf(found, level <> '未填报'), 0);
create or replace function missing_submissions as (is_expected, state) -> countIf(is_expected and state = 'missing');
create or replace function on_time_rate as (due_on_time, due_judgeable) -> sum(due_on_time) / nullIf(sum(due_judgeable), 0);
create or replace function on_time_rate_original as (due_original_on_time, due_original_judgeable) -> sum(due_original_on_time) / nullIf(sum(due_original_judgeable), 0);
create or replace function open_major as (closing, level) -> sumIf(closing, level = '重大');
create or replace function open_stock as (closing) -> sum(closing);
create or replace function overdue_1_7 as (days) -> sum(days);
create or replace function overdue_31_90 as (days) -> sum(days);
create or replace function overdue_8_30 as (days) -> sum(days);
create or replace function overdue_over_90 as (days) -> sum(days);
create or replace function overdue_rate as (overdue, open_with_due) -> sum(overdue) / nullIf(sum(open_with_due), 0);
create or replace function overdue_stock as (overdue) -> sum(overdue);
create or replace function rebound_rate as (rebound) -> countIf(rebound = 'reopened') / nullIf(count(), 0);
create or replace function rectified_in_month as (rectified) -> sum(rectified);
create or replace function rectified_on_the_spot as (is_on_the_spot) -> countIf(is_on_the_spot);
create or replace function recurrence_rate_180 as (recurrence_180) -> countIf(recurrence_180 = 'recurrent') / nullIf(countIf(recurrence_180 in ('recurrent', 'none')), 0);
create or replace function recurrence_rate_90 as (recurrence_90) -> countIf(recurrence_90 = 'recurrent') / nullIf(countIf(recurrence_90 in ('recurrent', 'none')), 0);
create or replace function requirement_done_rate as (requirement_no, occurrence, state, is_done) -> if(
    countIf(state <> 'not_told') > 0,
    (uniqExact((requirement_no, occurrence)) - uniqExactIf((requirement_no, occurrence), not is_done)) / nullIf(uniqExact((requirement_no, occurrence)), 0),
    null
);
create or replace function submission_rate as (is_expected, is_on_time) -> countIf(is_expected and is_on_time) / nullIf(countIf(is_expected), 0);
create or replace function undeterminable_share as (due_undeterminable, due, found_without_due) -> (sum(due_undeterminable) + sum(found_without_due)) / nullIf(sum(due) + sum(found_without_due), 0);
create or replace function verified_of_rectified_rate as (verified_to_date, rectified_to_date) -> sum(verified_to_date) / nullIf(sum(rectified_to_date), 0);
create or replace function verified_rate as (verified_to_date, found_to_date) -> sum(verified_to_date) / nullIf(sum(found_to_date), 0);
create or replace function workload_rate as (rectified, opening, found, reopened) -> sum(rectified) / nullIf(sum(opening) + sum(found) + sum(reopened), 0);
