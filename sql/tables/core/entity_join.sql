-- One row per name by which articles mean an entity, and rule that joins it: for entities that more than one article knows.
create table if not exists core.entity_join (
    entity_id varchar not null,
    name varchar not null,
    article_count integer not null,
    evidence varchar not null,
    score double not null
);

comment on table core.entity_join is
'One row per name by which articles mean an entity, and rule that joins it: for entities that more than one article knows.';
comment on column core.entity_join.entity_id is 'Entity.';
comment on column core.entity_join.name is 'The fullest form that the articles give it.';
comment on column core.entity_join.article_count is 'Number of articles that know it under this name.';
comment on column core.entity_join.evidence is 'What the join rests on: the same name, a table, an initial and the surname.';
comment on column core.entity_join.score is 'How sure the join is, 0 to 1; the least sure are worth a look (`onrecord entities joins`).';
