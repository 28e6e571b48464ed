-- Who appears with whom?
-- Pairs of people that the same articles name.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --without-copies: nothing from articles that are copies of others
with asked_article as (
    select
        article.article_id,
        article.outlet_id
    from core.article
    left join core.outlet using (outlet_id)
    where
        coalesce(lower(outlet.name) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(article.published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(article.published_on <= getvariable('to')::date, getvariable('to') is null)
        and not (coalesce(article.is_copy, false) and coalesce(getvariable('without_copies')::boolean, false))
),

named as (
    select
        appearance.article_id,
        asked_article.outlet_id,
        appearance.entity_id
    from ops.appearance
    inner join asked_article using (article_id)
    inner join core.entity using (entity_id)
    where entity.kind = 'person'
),

person as (
    select
        entity_id,
        count(*) as article_count
    from named
    group by entity_id
),

-- a pair is in no more articles than each of the two: the pairs of the most named people tell how many one needs to be among the first hundred
often_named as (
    select entity_id
    from person
    order by article_count desc, entity_id
    limit 100
),

named_pair as (
    select count(*) as article_count
    from named as one
    inner join named as other using (article_id)
    where
        one.entity_id in (select often_named.entity_id from often_named)
        and other.entity_id in (select often_named.entity_id from often_named)
        and one.entity_id < other.entity_id
    group by one.entity_id, other.entity_id
),

hundredth as (
    select article_count
    from named_pair
    order by article_count desc
    limit 1 offset 99
),

often_enough as (
    select named.*
    from named
    inner join person using (entity_id)
    where person.article_count >= coalesce((select hundredth.article_count from hundredth), 0)
),

pair as (
    select
        one.entity_id,
        other.entity_id as other_entity_id,
        count(*) as article_count,
        len(list_distinct(list(one.outlet_id))) as outlet_count
    from often_enough as one
    inner join often_enough as other using (article_id)
    where one.entity_id < other.entity_id
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
