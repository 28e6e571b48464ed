-- One row per two articles whose heavy words are alike: what events and storylines are made of.
create table if not exists ops.article_likeness (
    article_id_a varchar not null,
    article_id_b varchar not null,
    likeness double not null,
    event_score double not null
);

comment on table ops.article_likeness is 'One row per two articles whose heavy words are alike: what events and storylines are made of.';
comment on column ops.article_likeness.article_id_a is 'The article with the smaller key.';
comment on column ops.article_likeness.article_id_b is 'The article with the greater key.';
comment on column ops.article_likeness.likeness is 'Likeness of their words, 0 to 1.';
comment on column ops.article_likeness.event_score is 'The same, less what the days between them take.';
