-- One row per key by which an article or a quote is found as a candidate for another. An index, not for people.
create table if not exists ops.member_key (
    member_id varchar not null,
    day integer,
    kind varchar not null,
    key ubigint not null
);

comment on table ops.member_key is 'One row per key by which an article or a quote is found as a candidate for another: an index, not for people.';
comment on column ops.member_key.member_id is 'Article or quote.';
comment on column ops.member_key.day is 'First day on which the article can have been published, in days since 0001-01-01; NULL where nothing bounds it.';
comment on column ops.member_key.kind is
'Of articles shingle (a run of four words, one in eight is kept), topic (two of its heaviest words), word (one of them) and name:xx (the sound of a name or a number in language xx, looked up in other languages); of quotes said (all its words), said_topic (two of its rarest words, or two telling words that follow each other) and said_word.';
comment on column ops.member_key.key is 'Hash of the words.';
