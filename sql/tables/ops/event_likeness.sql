-- One row per two events that may belong to one storyline.
create table if not exists ops.event_likeness (
    story_id_a varchar not null,
    story_id_b varchar not null,
    score double not null
);

comment on table ops.event_likeness is 'One row per two events that may belong to one storyline.';
comment on column ops.event_likeness.story_id_a is 'The event with the smaller key.';
comment on column ops.event_likeness.story_id_b is 'The event with the greater key.';
comment on column ops.event_likeness.score is 'Likeness of their words, less what the days between take, 0 to 1.';
