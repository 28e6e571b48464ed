-- Which places are talked about, and where do they lie?
-- With the country and, where it is sure, the GeoNames key and the degrees north and east, which a map takes. Of places of which neither is known
-- nothing can be drawn: they are left out. Copies of an article count once.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --without-copies: nothing from articles that are copies of others
with asked_article as (
    select
        article.article_id,
        article.outlet_id,
        coalesce(article.copy_class_id, article.article_id) as text_id
    from core.article
    left join core.outlet using (outlet_id)
    where
        coalesce(lower(outlet.name) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(article.published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(article.published_on <= getvariable('to')::date, getvariable('to') is null)
        and not (coalesce(article.is_copy, false) and coalesce(getvariable('without_copies')::boolean, false))
),

-- most texts are in one article: only the others have to be told apart
copied as (
    select distinct copy_class_id as text_id
    from core.article
    where copy_class_id <> article_id
),

placed as (
    select
        *,
        text_id in (select copied.text_id from copied) as has_copies
    from asked_article
),

named as (
    select
        appearance.entity_id,
        sum(appearance.name_count)::bigint as mention_count,
        count(*) filter (where not placed.has_copies)
        + count(distinct placed.text_id) filter (where placed.has_copies) as article_count
    from ops.appearance
    inner join placed using (article_id)
    inner join core.entity using (entity_id)
    where
        entity.kind = 'place'
        and (entity.geonames_id is not null or entity.country_code is not null)
        and appearance.name_count > 0
    group by appearance.entity_id
),

first as (
    from named
    qualify rank() over (order by article_count desc, mention_count desc) <= 200
),

outlet_of_first as (
    select
        appearance.entity_id,
        count(distinct placed.outlet_id) as outlet_count
    from ops.appearance
    semi join first using (entity_id)
    inner join placed using (article_id)
    where appearance.name_count > 0
    group by appearance.entity_id
)

select
    entity.name as place,
    entity.country_code,
    entity.geonames_id,
    entity.latitude,
    entity.longitude,
    named.mention_count,
    named.article_count,
    outlet_of_first.outlet_count
from first as named
inner join outlet_of_first using (entity_id)
inner join core.entity using (entity_id)
order by named.article_count desc, named.mention_count desc, place
limit 200
