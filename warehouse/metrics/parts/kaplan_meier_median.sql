-- days after which half have happened, by Kaplan and Meier: what has not happened after its days is censored there; null while fewer than half have
-- Each day counts its events before its censorings, as is usual. Days are doubled so that one histogram tells the two apart: even is an event, odd is censored.
create or replace macro kaplan_meier_median(days, has_happened) as
    list_reduce(
        list_prepend(
            {'place': -1::bigint, 'times': 0::bigint, 'left_over': count(days)::bigint, 'survival': 1::double, 'median': null::double},
            list_transform(
                map_entries(histogram(days::bigint * 2 + if(has_happened, 0, 1)) filter (days is not null)),
                entry -> {'place': entry.key::bigint, 'times': entry.value::bigint, 'left_over': 0::bigint, 'survival': 0::double, 'median': null::double}
            )
        ),
        (so_far, next) -> {
            'place': next.place,
            'times': next.times,
            'left_over': so_far.left_over - next.times,
            'survival': if(next.place % 2 = 0, so_far.survival * (1 - next.times / so_far.left_over), so_far.survival),
            'median': coalesce(so_far.median, if(next.place % 2 = 0 and so_far.survival * (1 - next.times / so_far.left_over) <= 0.5 + 1e-12, (next.place // 2)::double, null))
        }
    ).median;
