-- Who is talked about, but never heard?
-- People and organisations that articles name, but never quote, in any outlet of the warehouse; a spokesperson's words are
-- heard from the body, too, and so are those of somebody who is said to have a role in it; and so is who is named as the source of words.
-- Copies of an article count once.
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

speaking as (
    select distinct speaker_entity_id as entity_id
    from core.quote
    where speaker_entity_id is not null and confidence >= 0.5
),

voice as (
    from speaking
    union
    select principal_entity_id
    from core.quote
    where principal_entity_id is not null and confidence >= 0.5
    union
    select entity_relation.object_entity_id
    from core.entity_relation
    inner join speaking on entity_relation.subject_entity_id = speaking.entity_id
    where entity_relation.object_entity_id is not null
    union
    select source_entity_id
    from core.quote_source
    where source_entity_id is not null
),

unheard as (
    from core.entity anti join voice using (entity_id)
    where entity.kind in ('person', 'organisation')
),

named as (
    select
        appearance.entity_id,
        sum(appearance.name_count)::bigint as mention_count,
        count(*) filter (where not placed.has_copies)
        + count(distinct placed.text_id) filter (where placed.has_copies) as article_count
    from ops.appearance
    inner join placed using (article_id)
    where appearance.name_count > 0 and appearance.entity_id in (select unheard.entity_id from unheard)
    group by appearance.entity_id
),

first as (
    from named
    qualify rank() over (order by article_count desc, mention_count desc) <= 50
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
    unheard.name as entity,
    unheard.kind as entity_kind,
    named.mention_count,
    named.article_count,
    outlet_of_first.outlet_count
from first as named
inner join outlet_of_first using (entity_id)
inner join unheard using (entity_id)
order by named.article_count desc, named.mention_count desc, entity
limit 50
