-- One row per key by which an article is found as a candidate for another. An index, not for people.
create table if not exists ops.article_key (
    article_id varchar not null,
    kind varchar not null,
    key ubigint not null
);

comment on table ops.article_key is 'One row per key by which an article is found as a candidate for another: an index, not for people.';
comment on column ops.article_key.article_id is 'Article.';
comment on column ops.article_key.kind is 'shingle (a run of four words, one in eight is kept) or topic (two of its heaviest words).';
comment on column ops.article_key.key is 'Hash of the words.';
