-- One row per place where an article says what role a person has.
create table if not exists core.entity_relation (
    relation_id varchar not null,
    article_id varchar not null,
    subject_referent_id varchar not null,
    subject_entity_id varchar,
    role varchar not null,
    object_referent_id varchar,
    object_entity_id varchar,
    in_title boolean not null,
    char_start integer not null,
    char_end integer not null,
    date_from date,
    date_to date
);

comment on table core.entity_relation is 'One row per place where an article says what role a person has.';
comment on column core.entity_relation.relation_id is 'Key of the relation.';
comment on column core.entity_relation.article_id is 'Article.';
comment on column core.entity_relation.subject_referent_id is 'The person, as this article knows it.';
comment on column core.entity_relation.subject_entity_id is 'The person.';
comment on column core.entity_relation.role is 'The role: president, head of the Security Council.';
comment on column core.entity_relation.object_referent_id is 'The organisation or country of the role, as this article knows it.';
comment on column core.entity_relation.object_entity_id is 'The organisation or country of the role, NULL where the text names none.';
comment on column core.entity_relation.in_title is 'Whether it stands in the title; offsets count there then.';
comment on column core.entity_relation.char_start is 'Offset of the first character, in Unicode code points.';
comment on column core.entity_relation.char_end is 'Offset after the last character.';
comment on column core.entity_relation.date_from is 'First day of the role as far as the text says.';
comment on column core.entity_relation.date_to is 'Last day of the role, inclusive, as far as the text says.';
