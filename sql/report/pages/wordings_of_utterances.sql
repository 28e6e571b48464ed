-- The wordings of some utterances, in the order of print.
with asked as (select unnest(getvariable('ids')::varchar[]) as utterance_id)

select
    utterance.utterance_id,
    coalesce(speaker.name, quote.speaker_text, '(not named)') as speaker,
    utterance.speaker_entity_id,
    coalesce(utterance.uttered_on, utterance.first_published_on) as said_on,
    quote.quote_id,
    coalesce(utterance_member.part_text, quote.text) as quote,
    quote.kind,
    quote.article_id,
    article.title as article_title,
    article.published_on,
    outlet.name as outlet,
    article.outlet_id
from core.utterance
semi join asked using (utterance_id)
inner join core.utterance_member using (utterance_id)
inner join core.quote on utterance_member.quote_id = quote.quote_id
inner join core.article on quote.article_id = article.article_id
left join core.outlet using (outlet_id)
left join core.entity as speaker on utterance.speaker_entity_id = speaker.entity_id
qualify row_number() over (partition by utterance.utterance_id order by article.published_on nulls last, quote.quote_id) <= 60
order by utterance.utterance_id, article.published_on nulls last, quote.quote_id
