-- One row per key of a node: nodes that share one are linked together. An index, not for people.
create table if not exists ops.link_key (
    node_id varchar not null,
    shared_key varchar not null
);

comment on table ops.link_key is
'One row per key of a node: nodes that share one are linked together. An index, not for people.';
comment on column ops.link_key.node_id is 'Node.';
comment on column ops.link_key.shared_key is 'Sound of a surname, telling words of a body, an acronym, a place.';
