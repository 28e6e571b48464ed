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

unheard_mention as (
    from mart.entity_mention anti join voice using (entity_id)
    where
        entity_id is not null
        and entity_kind in ('person', 'organisation')
        and coalesce(lower(outlet) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(published_on <= getvariable('to')::date, getvariable('to') is null)
        and article_id not in (
            select article.article_id
            from core.article
            where article.is_copy and getvariable('without_copies')::boolean
        )
)

select
    unheard_mention.entity,
    unheard_mention.entity_kind,
    count(*) as mention_count,
    count(distinct coalesce(article.copy_class_id, article.article_id)) as article_count,
    count(distinct unheard_mention.outlet_id) as outlet_count
from unheard_mention
inner join core.article using (article_id)
where unheard_mention.is_name
group by unheard_mention.entity_id, unheard_mention.entity, unheard_mention.entity_kind
order by article_count desc, mention_count desc, unheard_mention.entity
limit 50
