-- One row per mention of a person, organisation or place, with its entity, its article and its outlet.
create or replace view mart.entity_mention as
select
    entity.name as entity,
    entity_mention.text as mention,
    coalesce(entity.kind, entity_mention.kind) as entity_kind,
    entity_mention.mention_kind,
    outlet.name as outlet,
    article.published_on,
    article.title as article_title,
    article.url as article_url,
    entity_mention.mention_kind in ('name', 'surname', 'acronym', 'metonym') as is_name,
    entity_mention.in_title as is_in_title,
    entity.country_code as entity_country_code,
    outlet.country_code as outlet_country_code,
    entity.geonames_id as entity_geonames_id,
    entity.latitude as entity_latitude,
    entity.longitude as entity_longitude,
    entity_mention.char_start,
    entity_mention.char_end,
    entity_mention.mention_id,
    entity_mention.article_id,
    article.outlet_id,
    entity_mention.entity_id
from core.entity_mention
inner join core.article using (article_id)
left join core.outlet using (outlet_id)
left join core.entity using (entity_id);

comment on view mart.entity_mention is 'One row per mention of a person, organisation or place, with its entity, its article and its outlet.';
comment on column mart.entity_mention.entity is 'Canonical name of the entity.';
comment on column mart.entity_mention.mention is 'The words.';
comment on column mart.entity_mention.entity_kind is 'person, organisation or place.';
comment on column mart.entity_mention.mention_kind is 'name, surname, acronym, role, pronoun, metonym, demonym, collective or anonymous.';
comment on column mart.entity_mention.outlet is 'Name of the publisher.';
comment on column mart.entity_mention.published_on is 'Day of publication of the article, NULL where the page does not state it.';
comment on column mart.entity_mention.article_title is 'Headline of the article.';
comment on column mart.entity_mention.article_url is 'Address of the article.';
comment on column mart.entity_mention.is_name is 'Whether the words are a name, not a role, a pronoun or a group.';
comment on column mart.entity_mention.is_in_title is 'Whether the mention stands in the headline.';
comment on column mart.entity_mention.entity_country_code is 'ISO 3166-1 alpha-2 code of the entity, where it is known.';
comment on column mart.entity_mention.outlet_country_code is 'ISO 3166-1 alpha-2 code of the publisher''s country.';
comment on column mart.entity_mention.entity_geonames_id is 'GeoNames key of a place, NULL where it is not sure.';
comment on column mart.entity_mention.entity_latitude is 'Degrees north of a place that has a GeoNames key.';
comment on column mart.entity_mention.entity_longitude is 'Degrees east of a place that has a GeoNames key.';
comment on column mart.entity_mention.char_start is 'Offset of the first character in the article''s text (its title where is_in_title), in Unicode code points.';
comment on column mart.entity_mention.char_end is 'Offset after the last character.';
comment on column mart.entity_mention.mention_id is 'Key of the mention.';
comment on column mart.entity_mention.article_id is 'Key of the article.';
comment on column mart.entity_mention.outlet_id is 'Key of the publisher.';
comment on column mart.entity_mention.entity_id is 'Key of the entity meant, NULL where it could not be told.';
