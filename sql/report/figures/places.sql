-- Places in the news
-- By the number of articles that name them; on the map those that have a GeoNames key. A country stands in the middle of its people.
select
    entity.name as place,
    entity.entity_id,
    entity.country_code,
    entity.latitude,
    entity.longitude,
    count(distinct entity_mention.article_id) as article_count,
    count(*) as mention_count
from core.entity_mention
inner join core.entity using (entity_id)
where entity.kind = 'place'
group by entity.entity_id, entity.name, entity.country_code, entity.latitude, entity.longitude
order by article_count desc, mention_count desc, place
limit 60
