-- One row per article that has two people of one surname side by side, and one of the two. An index, not for people.
create table if not exists ops.link_beside (
    article ubigint not null,
    node ubigint not null,
    other_node ubigint not null
);

comment on table ops.link_beside is
'One row per article that has two people of one surname side by side, and one of the two. An index, not for people.';
comment on column ops.link_beside.article is 'Article, its key as a number.';
comment on column ops.link_beside.node is 'Node of the one.';
comment on column ops.link_beside.other_node is 'Node of the other.';
