-- Who printed an agency's text without saying so?
-- Copies of a text that the agency itself, or another outlet that names it, has too.
select
    outlet.name as outlet,
    article.title,
    article.published_on,
    agency.name as agency,
    original_outlet.name as first_in,
    article.url
from core.article
left join core.article as original on article.copy_class_id = original.article_id
left join core.outlet on article.outlet_id = outlet.outlet_id
left join core.outlet as original_outlet on original.outlet_id = original_outlet.outlet_id
left join core.entity as agency on article.wire_entity_id = agency.entity_id
where article.is_wire_copy and article.wire_text is null
order by outlet.name, article.published_on, article.title
