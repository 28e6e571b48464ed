-- One row per two articles that share words or an event.
create table if not exists core.article_pair (
    article_id_a varchar not null,
    article_id_b varchar not null,
    relation varchar not null,
    score double not null,
    shared_words integer not null,
    containment double not null,
    jaccard double not null,
    earlier_article_id varchar,
    method varchar not null
);

comment on table core.article_pair is 'One row per two articles that share words or an event.';
comment on column core.article_pair.article_id_a is 'The article with the smaller key.';
comment on column core.article_pair.article_id_b is 'The article with the greater key.';
comment on column core.article_pair.relation is
'exact (the same words), near_dup (the same text, edited), excerpt (half of the shorter stands in the longer), rewrite (one draws on the other, or tells it anew), translation (the same in another language) or same_event.';
comment on column core.article_pair.score is
'How sure the relation is, 0 to 1: containment for shared words, likeness of words for what is told anew, share of names and of words that sound alike for translations, and less the days between for same_event.';
comment on column core.article_pair.shared_words is 'Words of the shorter article that stand in the other in runs of four and more.';
comment on column core.article_pair.containment is 'Share of the shorter article''s runs of four words that the other has, 0 to 1.';
comment on column core.article_pair.jaccard is 'Share of all runs of four words that both have, 0 to 1.';
comment on column core.article_pair.earlier_article_id is 'The article that was published first, NULL where that cannot be told.';
comment on column core.article_pair.method is 'What the relation rests on: words (runs of words), likeness (heavy words, names and numbers) or, of two languages, names: N of M (names and numbers in the same places, of those that the text with fewer has).';
