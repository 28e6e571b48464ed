-- One place, several spellings
-- Places that are written in more than one way: who writes what, and since when. Capitals make no other spelling.
with spelling as (
    select
        entity_id,
        entity,
        lower(alias) as folded,
        max(alias) as spelling, -- capitals come before small letters: the largest has the fewest
        sum(mention_count)::bigint as mention_count,
        count(distinct outlet_id) as outlet_count,
        min(first_published_on) as first_published_on
    from mart.alias_monthly
    where alias_kind in ('name', 'spelling') and entity_kind = 'place'
    group by entity_id, entity, lower(alias)
),

spelled_variously as (
    select
        entity_id,
        sum(mention_count) as total
    from spelling
    group by entity_id
    having count(*) > 1
    order by total desc, entity_id
    limit 12
)

select
    spelling.entity as place,
    spelling.entity_id,
    spelling.spelling,
    spelling.mention_count,
    spelling.outlet_count,
    spelling.first_published_on
from spelling
inner join spelled_variously using (entity_id)
order by spelled_variously.total desc, spelling.entity, spelling.mention_count desc, spelling.spelling
