-- One row per key that many articles bear, so that it says little of two of them.
create table if not exists ops.common_key (
    verdict varchar not null,
    kind varchar not null,
    key ubigint not null
);

comment on table ops.common_key is 'One row per key that many articles or quotes bear, so that it says little of two of them.';
comment on column ops.common_key.verdict is 'crowded (only neighbours in time are candidates) or boilerplate (words of articles that have nothing to do with each other).';
comment on column ops.common_key.kind is 'Kind of the key.';
comment on column ops.common_key.key is 'Hash of the words.';
