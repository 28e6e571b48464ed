-- What do several outlets make of one speaker on the same day?
-- Quotes of speakers whom two or more outlets quote on a day, side by side, those in quotation marks first.
with shared_day as (
    select
        speaker_entity_id,
        published_on
    from mart.speaker_daily
    where published_on is not null
    group by speaker_entity_id, published_on
    having count(distinct outlet_id) > 1
)

select
    quote.published_on,
    quote.speaker,
    quote.outlet,
    quote.kind,
    quote.quote,
    quote.article_url
from mart.quote
semi join shared_day using (speaker_entity_id, published_on)
where not quote.is_in_title
order by quote.published_on, quote.speaker, quote.kind, quote.outlet, quote.article_id, quote.char_start
