-- One row per quote of an utterance that several quotes report: its wordings side by side.
create or replace view mart.utterance_wording as
select
    coalesce(speaker.name, quote.speaker) as speaker,
    coalesce(utterance_member.part_text, quote.quote) as quote,
    quote.outlet,
    quote.published_on,
    quote.kind,
    quote.cue_lemma,
    quote.cue_class,
    utterance_member.score,
    utterance_member.is_representative,
    utterance_member.is_speaker_inferred,
    coalesce(article.is_copy, false) as is_copy,
    quote.source_count,
    quote.source_chain,
    quote.article_title,
    quote.article_url,
    utterance_member.utterance_id,
    quote.quote_id,
    quote.article_id,
    quote.outlet_id,
    utterance.speaker_entity_id
from core.utterance
inner join core.utterance_member using (utterance_id)
inner join mart.quote using (quote_id)
inner join core.article on quote.article_id = article.article_id
left join core.entity as speaker on utterance.speaker_entity_id = speaker.entity_id
where utterance.quote_count > 1;

comment on view mart.utterance_wording is 'One row per quote of an utterance that several quotes report: its wordings side by side.';
comment on column mart.utterance_wording.speaker is 'Who said it, as most quotes of the utterance have it.';
comment on column mart.utterance_wording.quote is 'The words of this quote, or of the part of it that reports the utterance.';
comment on column mart.utterance_wording.outlet is 'Name of the publisher.';
comment on column mart.utterance_wording.published_on is 'Day of publication, NULL where the page does not state it.';
comment on column mart.utterance_wording.kind is 'direct (all in quotation marks), mixed (partly) or indirect (none).';
comment on column mart.utterance_wording.cue_lemma is 'The cue in its dictionary form: what the outlet calls the act.';
comment on column mart.utterance_wording.cue_class is 'What kind of act the cue makes of it.';
comment on column mart.utterance_wording.score is 'How well the quote fits the others, 0 to 1.';
comment on column mart.utterance_wording.is_representative is 'Whether it is the wording that shows the utterance best.';
comment on column mart.utterance_wording.is_speaker_inferred is 'Whether the article names no known speaker, so that the other quotes tell who speaks.';
comment on column mart.utterance_wording.is_copy is 'Whether the article is a copy of another.';
comment on column mart.utterance_wording.source_count is 'Number of sources that the outlet names between itself and the speaker.';
comment on column mart.utterance_wording.source_chain is 'These sources, the one next to the speaker first.';
comment on column mart.utterance_wording.article_title is 'Headline of the article.';
comment on column mart.utterance_wording.article_url is 'Address of the article.';
comment on column mart.utterance_wording.utterance_id is 'Key of the utterance.';
comment on column mart.utterance_wording.quote_id is 'Key of the quote.';
comment on column mart.utterance_wording.article_id is 'Key of the article.';
comment on column mart.utterance_wording.outlet_id is 'Key of the publisher.';
comment on column mart.utterance_wording.speaker_entity_id is 'Key of the speaker.';
