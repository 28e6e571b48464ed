-- One row per person of a full name, or name with an initial, and key of his nodes: what is known of him before lone names are given to him. An index, not for people.
create table if not exists ops.link_bearer (
    shared_key ubigint not null,
    sort varchar not null,
    surname varchar not null,
    cluster ubigint not null,
    name_key varchar not null,
    weight integer not null,
    names varchar[] not null,
    nations varchar[] not null,
    words varchar[] not null,
    roles varchar[] not null,
    letters varchar[] not null
);

comment on table ops.link_bearer is
'One row per person of a full name, or name with an initial, and key of his nodes: what is known of him before lone names are given to him. An index, not for people.';
comment on column ops.link_bearer.shared_key is 'Key of the nodes that say so: a surname with a given name, or with an initial. A hash.';
comment on column ops.link_bearer.sort is 'name or initial: which of them.';
comment on column ops.link_bearer.surname is 'Sound of the surname.';
comment on column ops.link_bearer.cluster is 'Cluster that they are in, its key as a number.';
comment on column ops.link_bearer.name_key is 'Normalised name that the key of the cluster is made of.';
comment on column ops.link_bearer.weight is 'Number of articles.';
comment on column ops.link_bearer.names is 'Names as articles write them.';
comment on column ops.link_bearer.nations is 'Nations that articles give him.';
comment on column ops.link_bearer.words is 'Last words of the roles that they give him.';
comment on column ops.link_bearer.roles is 'Those roles, folded.';
comment on column ops.link_bearer.letters is 'First letters of the given names.';
