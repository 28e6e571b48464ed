-- One row per quote that accuses or criticises and entity that it is directed at: what mart.accusation shows. Kept by each run.
create table if not exists ops.accusation (
    article_id varchar not null,
    quote_id varchar not null,
    mention_id varchar not null,
    accused_text varchar not null,
    accused_kind varchar not null,
    accused_start integer not null,
    accused_end integer not null,
    accused_entity_id varchar
);

comment on table ops.accusation is 'One row per quote that accuses or criticises and entity that it is directed at: what mart.accusation shows. Kept by each run.';
comment on column ops.accusation.article_id is 'Article.';
comment on column ops.accusation.quote_id is 'Quote.';
comment on column ops.accusation.mention_id is 'Mention that names the accused first.';
comment on column ops.accusation.accused_text is 'The words that name the accused.';
comment on column ops.accusation.accused_kind is 'person, organisation or place, as the article has it.';
comment on column ops.accusation.accused_start is 'First character of these words, in the text or the title, from 0.';
comment on column ops.accusation.accused_end is 'Character after the last of these words.';
comment on column ops.accusation.accused_entity_id is 'The accused, NULL where not known.';
