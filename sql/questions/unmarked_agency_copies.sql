-- Who printed an agency's text without saying so?
-- Copies of a text that the agency itself, or another outlet that names it, has too.
select
    article.outlet,
    article.title,
    article.published_on,
    agency.name as agency,
    original.outlet as first_in,
    article.url
from mart.article
inner join core.article as state using (article_id)
left join mart.article as original on state.copy_class_id = original.article_id
left join core.entity as agency on state.wire_entity_id = agency.entity_id
where state.is_wire_copy and state.wire_text is null
order by article.outlet, article.published_on, article.title
