-- Who appears with whom?
-- Pairs of people that the same articles name.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --without-copies: nothing from articles that are copies of others
with asked_mention as (
    from mart.entity_mention
    where
        coalesce(lower(outlet) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(published_on <= getvariable('to')::date, getvariable('to') is null)
        and article_id not in (
            select article.article_id
            from core.article
            where article.is_copy and getvariable('without_copies')::boolean
        )
),

appearance as (
    select distinct
        article_id,
        outlet_id,
        entity_id,
        entity
    from asked_mention
    where entity_id is not null and entity_kind = 'person'
)

select
    one.entity as person,
    other.entity as other_person,
    count(*) as article_count,
    count(distinct one.outlet_id) as outlet_count
from appearance as one
inner join appearance as other
    on
        one.article_id = other.article_id
        and one.entity_id < other.entity_id
group by one.entity_id, one.entity, other.entity_id, other.entity
order by article_count desc, person, other_person
limit 100
