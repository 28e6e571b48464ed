-- One row per key by which an article is found as a candidate for another. An index, not for people.
create table if not exists ops.article_key (
    member ubigint not null,
    day integer,
    kind varchar not null,
    key ubigint not null
);

comment on table ops.article_key is 'One row per key by which an article is found as a candidate for another: an index, not for people.';
comment on column ops.article_key.member is 'Number of the article: its id, read as a hexadecimal number.';
comment on column ops.article_key.day is 'First day on which the article can have been published, in days since 0001-01-01; NULL where nothing bounds it.';
comment on column ops.article_key.kind is
'Shingle (a run of four words, one in eight is kept), topic (two of its heaviest words), word (one of them) and name:xx (the sound of a name or a number in language xx, looked up in other languages).';
comment on column ops.article_key.key is 'Hash of the words.';
