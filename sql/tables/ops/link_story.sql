-- One row per lone name and namesake in another article of the same story. An index, not for people.
create table if not exists ops.link_story (
    surname varchar not null,
    article_id varchar not null,
    other_article_id varchar not null,
    node_id varchar not null,
    other_node_id varchar not null
);

comment on table ops.link_story is
'One row per lone name and namesake in another article of the same story. An index, not for people.';
comment on column ops.link_story.surname is 'Sound of the lone name.';
comment on column ops.link_story.article_id is 'Article that has it.';
comment on column ops.link_story.other_article_id is 'Article that has somebody of that surname, too.';
comment on column ops.link_story.node_id is 'Node of the lone name.';
comment on column ops.link_story.other_node_id is 'Node of that somebody.';
