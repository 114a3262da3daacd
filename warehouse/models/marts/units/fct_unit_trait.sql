-- one row per unit × ledger month × trait: what the remarks of that month's ledgers say of the unit and of at least twenty units, in at least two months
-- key: unit_key, month, trait
-- a trait is a number made of its words, so that no words of a remark are published; it is known when the month's ledger is. Whoever learns from it must
-- count the twenty units once more by what was known at the cut-off: these are counted over all months.
with
shared as (
    select
        piece,
    from int_unit_remark
    group by all
    having count(distinct unit_key) >= 20
       and count(distinct month) >= 2
)

select
    int_unit_remark.unit_key,
    int_unit_remark.month,
    left(md5(int_unit_remark.piece), 12) as trait,
from int_unit_remark
join shared using (piece)
order by unit_key, month, trait
