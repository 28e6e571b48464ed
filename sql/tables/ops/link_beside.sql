-- One row per article that has two people of one surname side by side, and one of the two. An index, not for people.
create table if not exists ops.link_beside (
    article_id varchar not null,
    node_id varchar not null,
    other_node_id varchar not null
);

comment on table ops.link_beside is
'One row per article that has two people of one surname side by side, and one of the two. An index, not for people.';
comment on column ops.link_beside.article_id is 'Article.';
comment on column ops.link_beside.node_id is 'Node of the one.';
comment on column ops.link_beside.other_node_id is 'Node of the other.';
