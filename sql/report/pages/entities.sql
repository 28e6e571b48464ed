-- Some entities, with the forms that name them and how often articles mention them.
with asked as (select unnest(getvariable('ids')::varchar[]) as entity_id),

main_alias as (
    select
        entity_id,
        alias,
        mention_count
    from core.entity_alias
    where alias_kind != 'role' and entity_id in (select asked.entity_id from asked)
    qualify row_number() over (partition by entity_id order by mention_count desc, alias) <= 12
),

form as (
    select
        entity_id,
        string_agg(alias, ', ' order by mention_count desc, alias) as aliases
    from main_alias
    group by entity_id
),

mention as (
    select
        entity_id,
        count(*) as mention_count,
        count(distinct article_id) as article_count
    from core.entity_mention
    where entity_id in (select asked.entity_id from asked)
    group by entity_id
)

select
    entity.entity_id,
    entity.name,
    entity.kind,
    entity.country_code,
    form.aliases,
    coalesce(mention.mention_count, 0) as mention_count,
    coalesce(mention.article_count, 0) as article_count
from core.entity
semi join asked using (entity_id)
left join form using (entity_id)
left join mention using (entity_id)
order by entity.entity_id
