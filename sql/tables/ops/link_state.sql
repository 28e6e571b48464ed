-- One row: by which rules all is linked. An index, not for people.
create table if not exists ops.link_state (
    rules varchar not null
);

comment on table ops.link_state is 'One row: by which rules all is linked. An index, not for people.';
comment on column ops.link_state.rules is 'Hash of the rules and tables; where it differs now, all names are linked anew.';
