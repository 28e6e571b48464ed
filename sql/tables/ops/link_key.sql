-- One row per key of a node: nodes that share one are linked together. An index, not for people.
create table if not exists ops.link_key (
    node ubigint not null,
    shared_key ubigint not null
);

comment on table ops.link_key is
'One row per key of a node: nodes that share one are linked together. An index, not for people.';
comment on column ops.link_key.node is 'Node.';
comment on column ops.link_key.shared_key is 'Hash of the sound of a surname, of telling words of a body, of an acronym, of a place.';
