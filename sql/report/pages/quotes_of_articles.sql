-- The quotes of some articles, in the order of the text.
with asked as (select unnest(getvariable('ids')::varchar[]) as article_id)

select
    quote.article_id,
    quote.quote_id,
    quote.quote,
    quote.kind,
    quote.is_in_title,
    quote.speaker,
    quote.speaker_entity_id,
    quote.speaker_text,
    quote.speaker_mention_kind,
    quote.principal,
    quote.principal_entity_id,
    quote.source_chain,
    quote.cue_text,
    quote.cue_class,
    quote.uttered_on,
    quote.uttered_on_text,
    quote.confidence
from mart.quote
semi join asked using (article_id)
order by quote.article_id, quote.is_in_title desc, quote.char_start, quote.quote_id
