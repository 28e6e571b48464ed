-- One row per thing said once by one speaker, in whatever wordings it was printed.
create table if not exists core.utterance (
    utterance_id varchar not null,
    speaker_entity_id varchar,
    uttered_on date,
    first_published_on date,
    last_published_on date,
    quote_count integer not null,
    outlet_count integer not null,
    wording_count integer not null,
    representative_quote_id varchar not null,
    min_score double not null
);

comment on table core.utterance is 'One row per thing said once by one speaker, in whatever wordings it was printed.';
comment on column core.utterance.utterance_id is
'Key of the utterance: a hash of the smallest key of its quotes. It changes when a quote with a smaller key joins, or that quote leaves.';
comment on column core.utterance.speaker_entity_id is 'Who said it: the entity that most of its quotes name, NULL where none names one.';
comment on column core.utterance.uttered_on is 'Day on which it was said, as most of its quotes that state a day have it.';
comment on column core.utterance.first_published_on is 'First day on which it was printed, NULL where no article has a day.';
comment on column core.utterance.last_published_on is 'Last day on which it was printed.';
comment on column core.utterance.quote_count is 'Number of quotes that report it, in copies too.';
comment on column core.utterance.outlet_count is 'Number of outlets that printed it.';
comment on column core.utterance.wording_count is 'Number of different wordings; case and marks make no other.';
comment on column core.utterance.representative_quote_id is 'The quote that shows it best: in quotation marks, from an article that is no copy, most like the others.';
comment on column core.utterance.min_score is 'Score of the member that fits least, 0 to 1; 1 where there is one member.';
