-- One row per role that an article gives a person.
create or replace view mart.entity_role as
select
    person.name as person,
    entity_relation.role,
    body.name as held_in,
    body.kind as held_in_kind,
    entity_relation.date_from,
    entity_relation.date_to,
    outlet.name as outlet,
    article.published_on,
    article.title as article_title,
    article.url as article_url,
    substring(
        case when entity_relation.in_title then article.title else article.text end,
        entity_relation.char_start + 1,
        entity_relation.char_end - entity_relation.char_start
    ) as role_text,
    entity_relation.in_title,
    entity_relation.char_start,
    entity_relation.char_end,
    coalesce(article.is_copy, false) as is_copy,
    entity_relation.relation_id,
    entity_relation.article_id,
    article.outlet_id,
    entity_relation.subject_entity_id as person_entity_id,
    entity_relation.object_entity_id as held_in_entity_id
from core.entity_relation
inner join core.article using (article_id)
inner join core.entity as person on entity_relation.subject_entity_id = person.entity_id
left join core.entity as body on entity_relation.object_entity_id = body.entity_id
left join core.outlet using (outlet_id);

comment on view mart.entity_role is 'One row per role that an article gives a person.';
comment on column mart.entity_role.person is 'Whose role it is: canonical name.';
comment on column mart.entity_role.role is 'The role: president, head of the Security Council.';
comment on column mart.entity_role.held_in is 'The organisation or country of the role: canonical name, NULL where the article names none.';
comment on column mart.entity_role.held_in_kind is 'organisation or place.';
comment on column mart.entity_role.date_from is 'First day of the role as far as the text says.';
comment on column mart.entity_role.date_to is 'Last day of the role, inclusive, as far as the text says.';
comment on column mart.entity_role.outlet is 'Name of the publisher.';
comment on column mart.entity_role.published_on is 'Day of publication, NULL where the page does not state it.';
comment on column mart.entity_role.article_title is 'Headline of the article.';
comment on column mart.entity_role.article_url is 'Address of the article.';
comment on column mart.entity_role.role_text is 'The words of the article that tell the role.';
comment on column mart.entity_role.in_title is 'Whether they stand in the title; offsets count there then.';
comment on column mart.entity_role.char_start is 'Offset of the first character of these words, in Unicode code points.';
comment on column mart.entity_role.char_end is 'Offset after their last character.';
comment on column mart.entity_role.is_copy is 'Whether the article is a copy of another.';
comment on column mart.entity_role.relation_id is 'Key of the relation.';
comment on column mart.entity_role.article_id is 'Key of the article.';
comment on column mart.entity_role.outlet_id is 'Key of the publisher.';
comment on column mart.entity_role.person_entity_id is 'Key of the person.';
comment on column mart.entity_role.held_in_entity_id is 'Key of the organisation or country, NULL where the article names none.';
