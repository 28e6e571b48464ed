-- Articles that mention some entities: of each those that do most often.
with asked as (select unnest(getvariable('ids')::varchar[]) as entity_id),

mention as (
    select
        entity_id,
        article_id,
        count(*) as mention_count
    from core.entity_mention
    where entity_id in (select asked.entity_id from asked)
    group by entity_id, article_id
    qualify row_number() over (partition by entity_id order by count(*) desc, article_id) <= 20
)

select
    mention.entity_id,
    mention.article_id,
    mention.mention_count,
    article.title,
    article.published_on,
    outlet.name as outlet
from mention
inner join core.article using (article_id)
left join core.outlet using (outlet_id)
order by mention.entity_id, mention.mention_count desc, mention.article_id
