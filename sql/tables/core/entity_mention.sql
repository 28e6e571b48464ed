-- One row per span that names, or stands for, an entity in an article.
create table if not exists core.entity_mention (
    mention_id varchar not null,
    article_id varchar not null,
    in_title boolean not null,
    text varchar not null,
    char_start integer not null,
    char_end integer not null,
    kind varchar,
    mention_kind varchar not null,
    referent_id varchar,
    entity_id varchar
);

comment on table core.entity_mention is 'One row per span that names, or stands for, an entity in an article.';
comment on column core.entity_mention.mention_id is 'Key of the mention.';
comment on column core.entity_mention.article_id is 'Article.';
comment on column core.entity_mention.in_title is 'Whether it stands in the title; offsets count there then.';
comment on column core.entity_mention.text is 'The words.';
comment on column core.entity_mention.char_start is 'Offset of the first character, in Unicode code points.';
comment on column core.entity_mention.char_end is 'Offset after the last character.';
comment on column core.entity_mention.kind is 'person, organisation or place, NULL for what cannot be told ("they").';
comment on column core.entity_mention.mention_kind is 'name, surname, acronym, role, pronoun, metonym, demonym, collective or anonymous. Only the first three and metonym are names.';
comment on column core.entity_mention.referent_id is 'The person, organisation or place meant, as this article knows it.';
comment on column core.entity_mention.entity_id is 'The entity meant, NULL where it could not be told.';
