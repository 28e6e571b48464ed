-- One row per correction that a person made to who is who; every run replays those that are not undone, in order of made_at.
create table if not exists ops.correction (
    correction_id varchar primary key,
    action varchar not null,
    entity_id varchar not null,
    name varchar not null,
    kind varchar not null,
    other_ids varchar[] not null,
    other_names varchar[] not null,
    names varchar[] not null,
    article_ids varchar[] not null,
    new_name varchar,
    new_kind varchar,
    made_at timestamp not null,
    made_by varchar not null,
    reason varchar not null,
    undone_at timestamp
);

comment on table ops.correction is
'One row per correction that a person made to who is who; every run replays those that are not undone, in order of made_at.';
comment on column ops.correction.correction_id is 'Key of the correction.';
comment on column ops.correction.action is 'merge, split, rename or retype.';
comment on column ops.correction.entity_id is 'Entity that is corrected, as its key was then.';
comment on column ops.correction.name is 'Its name then; it is found by name where the key is gone.';
comment on column ops.correction.kind is 'Its kind then: person, organisation or place.';
comment on column ops.correction.other_ids is 'merge: keys of the entities that it takes in.';
comment on column ops.correction.other_names is 'merge: their names, in the same order.';
comment on column ops.correction.names is 'split: names that leave the entity. retype: all names that it had.';
comment on column ops.correction.article_ids is 'split: articles in which it is somebody else.';
comment on column ops.correction.new_name is 'rename: the name that it gets.';
comment on column ops.correction.new_kind is 'retype: the kind that it gets.';
comment on column ops.correction.made_at is 'When, UTC.';
comment on column ops.correction.made_by is 'Who.';
comment on column ops.correction.reason is 'Why.';
comment on column ops.correction.undone_at is 'When it was undone, UTC; NULL while it stands.';
