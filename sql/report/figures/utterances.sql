-- Said once, printed in several wordings
-- What one speaker said once and outlets quote in different words, those in most outlets first.
select
    coalesce(speaker.name, '(not named)') as speaker,
    utterance.speaker_entity_id as entity_id,
    quote.text as utterance,
    utterance.utterance_id,
    utterance.wording_count,
    utterance.outlet_count,
    utterance.quote_count,
    coalesce(utterance.uttered_on, utterance.first_published_on) as said_on
from core.utterance
inner join core.quote on utterance.representative_quote_id = quote.quote_id
left join core.entity as speaker on utterance.speaker_entity_id = speaker.entity_id
where utterance.wording_count > 1
order by utterance.outlet_count desc, utterance.wording_count desc, utterance.utterance_id
limit 40
