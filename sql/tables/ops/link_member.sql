-- One row per referent that was linked: the node that it is in. An index, not for people.
create table if not exists ops.link_member (
    referent ubigint not null,
    article ubigint not null,
    node ubigint not null
);

comment on table ops.link_member is
'One row per referent that was linked: the node that it is in. An index, not for people.';
comment on column ops.link_member.referent is 'Referent, its key as a number.';
comment on column ops.link_member.article is 'Article, its key as a number.';
comment on column ops.link_member.node is 'Node: what all articles say in the same words.';
