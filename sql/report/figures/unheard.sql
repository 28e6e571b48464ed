-- Talked about, never heard
-- People and bodies that articles name, but never quote; a spokesperson's words are heard from the body, too.
with voice as (
    select speaker_entity_id as entity_id
    from core.quote
    where speaker_entity_id is not null
    union
    select principal_entity_id
    from core.quote
    where principal_entity_id is not null
)

select
    entity.name as entity,
    entity.entity_id,
    entity.kind,
    count(distinct entity_mention.article_id) as article_count,
    count(*) as mention_count
from core.entity_mention
inner join core.entity using (entity_id)
anti join voice using (entity_id)
where entity.kind in ('person', 'organisation')
group by entity.entity_id, entity.name, entity.kind
order by article_count desc, mention_count desc, entity
limit 30
