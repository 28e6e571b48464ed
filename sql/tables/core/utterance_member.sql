-- One row per quote, or part, that reports an utterance.
create table if not exists core.utterance_member (
    utterance_id varchar not null,
    quote_id varchar not null,
    article_id varchar not null,
    char_start integer not null,
    char_end integer not null,
    score double not null,
    is_representative boolean not null,
    is_speaker_inferred boolean not null,
    part_text varchar
);

comment on table core.utterance_member is 'One row per quote, or part, that reports an utterance.';
comment on column core.utterance_member.utterance_id is 'Utterance.';
comment on column core.utterance_member.quote_id is 'Quote. One that reports several utterances, a sentence or more of each, has a row for each.';
comment on column core.utterance_member.article_id is 'Article of the quote.';
comment on column core.utterance_member.char_start is 'Offset in the article''s text of what reports it, in Unicode code points; the quote''s own, or of a part of it.';
comment on column core.utterance_member.char_end is 'Offset after the last character.';
comment on column core.utterance_member.score is 'How well it fits, 0 to 1: its average score with the other members; 1 where there are none.';
comment on column core.utterance_member.is_representative is 'Whether it is the quote that shows the utterance best.';
comment on column core.utterance_member.is_speaker_inferred is 'Whether its article names no known speaker, so that the other members tell who speaks.';
comment on column core.utterance_member.part_text is 'The words that report it, where they are a part of the quote; NULL where it is the whole quote.';
