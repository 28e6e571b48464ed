-- One row per referent that was linked: the node that it is in. An index, not for people.
create table if not exists ops.link_member (
    referent_id varchar not null,
    article_id varchar not null,
    node_id varchar not null
);

comment on table ops.link_member is
'One row per referent that was linked: the node that it is in. An index, not for people.';
comment on column ops.link_member.referent_id is 'Referent.';
comment on column ops.link_member.article_id is 'Article.';
comment on column ops.link_member.node_id is 'Node: what all articles say in the same words.';
