-- Who appears with whom?
-- Pairs of people that the same articles name.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --without-copies: nothing from articles that are copies of others
with named as (
    select distinct
        article_id,
        entity_id
    from core.entity_mention
    where entity_id is not null
),

appearance as (
    select
        named.article_id,
        article.outlet_id,
        named.entity_id
    from named
    inner join core.article using (article_id)
    left join core.outlet using (outlet_id)
    inner join core.entity using (entity_id)
    where
        entity.kind = 'person'
        and coalesce(lower(outlet.name) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(article.published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(article.published_on <= getvariable('to')::date, getvariable('to') is null)
        and not (coalesce(article.is_copy, false) and coalesce(getvariable('without_copies')::boolean, false))
),

pair as (
    select
        one.entity_id,
        other.entity_id as other_entity_id,
        count(*) as article_count,
        count(distinct one.outlet_id) as outlet_count
    from appearance as one
    inner join appearance as other
        on
            one.article_id = other.article_id
            and one.entity_id < other.entity_id
    group by one.entity_id, other.entity_id
)

select
    one.name as person,
    other.name as other_person,
    pair.article_count,
    pair.outlet_count
from pair
inner join core.entity as one using (entity_id)
inner join core.entity as other on pair.other_entity_id = other.entity_id
order by pair.article_count desc, person, other_person
limit 100
