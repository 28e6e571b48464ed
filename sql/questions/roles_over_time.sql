-- Which roles do articles give a person, and when?
-- Roles with the organisation or country that they are held in, and the days of publication between which they were written. People of whom
-- most articles tell a role come first; copies of an article count once.
-- --person NAME: one person only
select
    person.name as person,
    regexp_replace(lower(entity_relation.role), '^[^\p{L}]+', '') as role,
    body.name as held_in,
    min(coalesce(entity_relation.date_from, article.published_on)) as first_on,
    max(coalesce(entity_relation.date_to, article.published_on)) as last_on,
    count(distinct coalesce(article.copy_class_id, article.article_id)) as article_count
from core.entity_relation
inner join core.entity as person on entity_relation.subject_entity_id = person.entity_id
left join core.entity as body on entity_relation.object_entity_id = body.entity_id
inner join core.article using (article_id)
where coalesce(lower(person.name) = lower(getvariable('person')), getvariable('person') is null)
group by person.entity_id, person.name, regexp_replace(lower(entity_relation.role), '^[^\p{L}]+', ''), body.entity_id, body.name
order by sum(article_count) over (partition by person.entity_id) desc, person, first_on, role, held_in
