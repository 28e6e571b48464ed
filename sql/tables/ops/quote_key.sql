-- One row per key by which a quote is found as a candidate for another. An index, not for people.
create table if not exists ops.quote_key (
    member ubigint not null,
    day integer,
    kind varchar not null,
    key ubigint not null
);

comment on table ops.quote_key is 'One row per key by which a quote is found as a candidate for another: an index, not for people.';
comment on column ops.quote_key.member is 'Number of the quote: its id, read as a hexadecimal number.';
comment on column ops.quote_key.day is 'First day on which the article can have been published, in days since 0001-01-01; NULL where nothing bounds it.';
comment on column ops.quote_key.kind is
'Said (all its words), said_topic (two of its rarest words, or two telling words that follow each other) and said_word (one of its rarest).';
comment on column ops.quote_key.key is 'Hash of the words.';
