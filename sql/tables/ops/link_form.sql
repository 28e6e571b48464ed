-- One row per form by which articles name a node. An index, not for people.
create table if not exists ops.link_form (
    node ubigint not null,
    form varchar not null,
    alias_kind varchar not null,
    mention_count integer not null
);

comment on table ops.link_form is 'One row per form by which articles name a node. An index, not for people.';
comment on column ops.link_form.node is 'Node.';
comment on column ops.link_form.form is 'The form as written; of kind country the words that give the country.';
comment on column ops.link_form.alias_kind is 'name, spelling, surname, acronym, role, metonym, demonym, or country.';
comment on column ops.link_form.mention_count is 'Number of mentions; of kind country number of articles.';
