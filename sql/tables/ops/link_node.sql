-- One row per node: referents of one kind, name, country, acronyms and roles, the smallest thing that is linked. An index, not for people.
create table if not exists ops.link_node (
    node ubigint not null,
    raw_kind varchar not null,
    kind varchar not null,
    sort varchar not null,
    letter varchar,
    name varchar not null,
    folded varchar not null,
    surname varchar not null,
    country_code varchar,
    acronyms varchar[] not null,
    roles varchar[] not null,
    article ubigint,
    is_parted boolean not null,
    article_count integer not null,
    cluster ubigint,
    region varchar,
    found_in integer,
    entity ubigint
);

comment on table ops.link_node is
'One row per node: referents of one kind, name, country, acronyms and roles, the smallest thing that is linked. An index, not for people.';
comment on column ops.link_node.node is 'Key of the node as a number: a hash of what its referents have together.';
comment on column ops.link_node.raw_kind is 'Kind that the articles give.';
comment on column ops.link_node.kind is 'Kind that the name was settled to be of.';
comment on column ops.link_node.sort is 'How it is linked: organisation, place; of people name, initial or surname.';
comment on column ops.link_node.letter is 'The initial, where it is linked by one.';
comment on column ops.link_node.name is 'Fullest form of the articles.';
comment on column ops.link_node.folded is 'The name as names are compared: lower case, no accents.';
comment on column ops.link_node.surname is 'Sound of the surname that the name would have.';
comment on column ops.link_node.country_code is 'ISO 3166-1 alpha-2 code.';
comment on column ops.link_node.acronyms is 'Acronyms that the articles give a body.';
comment on column ops.link_node.roles is 'Roles that they give a person.';
comment on column ops.link_node.article is 'The one article of a lone name, or of one that people have parted from others.';
comment on column ops.link_node.is_parted is 'Whether people have parted that article from others.';
comment on column ops.link_node.article_count is 'Number of its referents.';
comment on column ops.link_node.cluster is 'Cluster that the rules put it in.';
comment on column ops.link_node.region is 'Country or state that articles name by naming it.';
comment on column ops.link_node.found_in is 'Round in which that was found, 0 for what needs no evidence.';
comment on column ops.link_node.entity is 'Entity, its key as a number.';
