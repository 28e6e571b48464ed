-- Which places are talked about, and where do they lie?
-- With the country and, where it is sure, the GeoNames key and the degrees north and east, which a map takes. Of places of which neither is known
-- nothing can be drawn: they are left out. Copies of an article count once.
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
    asked_mention.entity as place,
    asked_mention.entity_country_code as country_code,
    asked_mention.entity_geonames_id as geonames_id,
    asked_mention.entity_latitude as latitude,
    asked_mention.entity_longitude as longitude,
    count(*) as mention_count,
    count(distinct coalesce(article.copy_class_id, article.article_id)) as article_count,
    count(distinct asked_mention.outlet_id) as outlet_count
from asked_mention
inner join core.article using (article_id)
where
    asked_mention.entity_kind = 'place'
    and asked_mention.is_name
    and (asked_mention.entity_geonames_id is not null or asked_mention.entity_country_code is not null)
group by all
order by article_count desc, mention_count desc, place
limit 200
