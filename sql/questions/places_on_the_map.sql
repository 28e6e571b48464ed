-- Which places are talked about, and where do they lie?
-- With the country and, where it is sure, the GeoNames key and the degrees north and east, which a map takes.
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
)

select
    entity as place,
    entity_country_code as country_code,
    entity_geonames_id as geonames_id,
    entity_latitude as latitude,
    entity_longitude as longitude,
    count(*) as mention_count,
    count(distinct article_id) as article_count,
    count(distinct outlet_id) as outlet_count
from asked_mention
where entity_id is not null and entity_kind = 'place' and is_name
group by entity_id, entity, entity_country_code, entity_geonames_id, entity_latitude, entity_longitude
order by article_count desc, mention_count desc, place
limit 200
