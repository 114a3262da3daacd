-- one row per unit × category of the latest day scored for each horizon: what the model was told of it
-- key: as_of, horizon_days, unit_key, category
-- features: counts are logarithms of 1 + n, rates logits, comparisons logarithms of found over expected; nothing in them is later than as_of.
select
    feature.as_of,
    feature.horizon_days,
    feature.unit_key,
    feature.category,
    map(named.names, feature.numbers) as features,
from raw_risk_feature as feature
join raw_risk_feature_name as named using (as_of, horizon_days)
where named.question = 'pair'
  and feature.category is not null
order by as_of, horizon_days, unit_key, category
