-- How does each outlet spell a name that has several spellings?
-- Who writes Kiev, who Kyiv, and since when. Only names that are written in more than one way; capitals (KYIV) make no other spelling.
-- --place NAME: one place only
with spelling as (
    select
        entity_id,
        entity,
        outlet_id,
        outlet,
        lower(alias) as folded,
        max(alias) as alias, -- capitals come before small letters: the largest has the fewest
        sum(mention_count)::bigint as mention_count,
        min(first_published_on) as first_published_on
    from mart.alias_monthly
    where
        alias_kind in ('name', 'spelling')
        and entity_kind = 'place'
        and coalesce(lower(entity) = lower(getvariable('place')), getvariable('place') is null)
    group by entity_id, entity, outlet_id, outlet, lower(alias)
),

spelled_variously as (
    select entity_id
    from spelling
    group by entity_id
    having count(distinct folded) > 1
)

select
    spelling.entity,
    spelling.outlet,
    spelling.alias as spelling,
    spelling.mention_count,
    spelling.first_published_on
from spelling
semi join spelled_variously using (entity_id)
order by spelling.entity, spelling.outlet, spelling.mention_count desc, spelling.alias
