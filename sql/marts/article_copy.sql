-- One row per article that is a copy of another, with the one it goes back to.
create or replace view mart.article_copy as
select
    article.title,
    outlet.name as outlet,
    article.published_on,
    original.title as original_title,
    original_outlet.name as original_outlet,
    original.published_on as original_published_on,
    datediff('day', original.published_on, article.published_on) as days_later,
    article_pair.relation,
    article_pair.containment,
    coalesce(article.is_wire_copy, false) as is_wire_copy,
    article.wire_text,
    agency.name as agency,
    article.url,
    original.url as original_url,
    article.article_id,
    original.article_id as original_article_id,
    article.outlet_id
from core.article
inner join core.article as original on article.copy_class_id = original.article_id
left join core.article_pair
    on
        article_pair.article_id_a = least(article.article_id, original.article_id)
        and article_pair.article_id_b = greatest(article.article_id, original.article_id)
left join core.outlet on article.outlet_id = outlet.outlet_id
left join core.outlet as original_outlet on original.outlet_id = original_outlet.outlet_id
left join core.entity as agency on article.wire_entity_id = agency.entity_id
where article.is_copy;

comment on view mart.article_copy is 'One row per article that is a copy of another, with the one it goes back to.';
comment on column mart.article_copy.title is 'Headline.';
comment on column mart.article_copy.outlet is 'Name of the publisher.';
comment on column mart.article_copy.published_on is 'Day of publication, NULL where the page does not state it.';
comment on column mart.article_copy.original_title is 'Headline of the first of the copies.';
comment on column mart.article_copy.original_outlet is 'Publisher of the first of the copies.';
comment on column mart.article_copy.original_published_on is 'Day of publication of the first of the copies.';
comment on column mart.article_copy.days_later is 'Days after the first.';
comment on column mart.article_copy.relation is 'exact or near_dup (edited); NULL where only other copies lie between.';
comment on column mart.article_copy.containment is 'Share of the shorter text that the other has, 0 to 1.';
comment on column mart.article_copy.is_wire_copy is 'Whether it is a news agency''s text.';
comment on column mart.article_copy.wire_text is 'The agency as this page names it, NULL where it does not.';
comment on column mart.article_copy.agency is 'Name of the agency, where it is a known entity.';
comment on column mart.article_copy.url is 'Address of the page.';
comment on column mart.article_copy.original_url is 'Address of the first of the copies.';
comment on column mart.article_copy.article_id is 'Key of the article.';
comment on column mart.article_copy.original_article_id is 'Key of the first of the copies.';
comment on column mart.article_copy.outlet_id is 'Key of the publisher.';
