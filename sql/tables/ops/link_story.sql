-- One row per lone name and namesake in another article of the same story. An index, not for people.
create table if not exists ops.link_story (
    surname varchar not null,
    article ubigint not null,
    other_article ubigint not null,
    node ubigint not null,
    other_node ubigint not null
);

comment on table ops.link_story is
'One row per lone name and namesake in another article of the same story. An index, not for people.';
comment on column ops.link_story.surname is 'Sound of the lone name.';
comment on column ops.link_story.article is 'Article that has it, its key as a number.';
comment on column ops.link_story.other_article is 'Article that has somebody of that surname, too.';
comment on column ops.link_story.node is 'Node of the lone name.';
comment on column ops.link_story.other_node is 'Node of that somebody.';
