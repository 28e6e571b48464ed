-- Who holds which office in an organisation or country?
-- People with their roles there, and the first and last day of publication on which an article gave them the role; copies of an article count once.
-- --body NAME: one organisation or country only
select
    entity_role.held_in,
    entity_role.person,
    lower(entity_role.role) as role,
    min(entity_role.published_on) as first_on,
    max(entity_role.published_on) as last_on,
    count(distinct coalesce(article.copy_class_id, article.article_id)) as article_count
from mart.entity_role
inner join core.article using (article_id)
where
    entity_role.held_in is not null
    and coalesce(lower(entity_role.held_in) = lower(getvariable('body')), getvariable('body') is null)
group by entity_role.held_in_entity_id, entity_role.held_in, entity_role.person_entity_id, entity_role.person, lower(entity_role.role)
order by entity_role.held_in, article_count desc, last_on desc nulls last, entity_role.person, role
