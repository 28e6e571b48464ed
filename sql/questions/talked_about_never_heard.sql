-- Who is talked about, but never heard?
-- People and organisations that articles name, but never quote, in any outlet of the warehouse; a spokesperson's words are
-- heard from the body, too, and so are those of somebody who is said to have a role in it; and so is who is named as the source of words.
-- Copies of an article count once.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --without-copies: nothing from articles that are copies of others
with voice as (
    select speaker_entity_id as entity_id
    from mart.quote
    where speaker_entity_id is not null
    union
    select principal_entity_id
    from mart.quote
    where principal_entity_id is not null
    union
    select entity_relation.object_entity_id
    from core.entity_relation
    inner join mart.quote on entity_relation.subject_entity_id = quote.speaker_entity_id
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
        entity_mention.entity_id,
        entity_mention.article_id,
        count(*) as mention_count
    from core.entity_mention
    semi join unheard using (entity_id)
    where entity_mention.mention_kind in ('name', 'surname', 'acronym', 'metonym')
    group by entity_mention.entity_id, entity_mention.article_id
)

select
    unheard.name as entity,
    unheard.kind as entity_kind,
    sum(named.mention_count)::bigint as mention_count,
    count(distinct coalesce(article.copy_class_id, article.article_id)) as article_count,
    count(distinct article.outlet_id) as outlet_count
from named
inner join unheard using (entity_id)
inner join core.article using (article_id)
left join core.outlet using (outlet_id)
where
    coalesce(lower(outlet.name) = lower(getvariable('outlet')), getvariable('outlet') is null)
    and coalesce(article.published_on >= getvariable('from')::date, getvariable('from') is null)
    and coalesce(article.published_on <= getvariable('to')::date, getvariable('to') is null)
    and not (coalesce(article.is_copy, false) and coalesce(getvariable('without_copies')::boolean, false))
group by named.entity_id, unheard.name, unheard.kind
order by article_count desc, mention_count desc, entity
limit 50
