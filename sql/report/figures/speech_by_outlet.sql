-- Whose words each outlet gives most room
-- The five speakers with the most quoted words in each of the twenty outlets with the most quotes, and their share of all words that it quotes.
with outlet_by_size as (
    select outlet_id
    from mart.quote
    where outlet_id is not null
    group by outlet_id
    order by count(*) desc, outlet_id
    limit 20
),

words_of_speaker as (
    select
        quote.outlet_id,
        quote.outlet,
        quote.speaker_entity_id,
        quote.speaker,
        count(*) as quote_count,
        sum(quote.word_count) / sum(sum(quote.word_count)) over (partition by quote.outlet_id) as word_share
    from mart.quote
    semi join outlet_by_size using (outlet_id)
    group by quote.outlet_id, quote.outlet, quote.speaker_entity_id, quote.speaker
)

select
    outlet,
    outlet_id,
    speaker,
    speaker_entity_id as entity_id,
    quote_count,
    round(word_share, 3) as word_share
from words_of_speaker
where speaker_entity_id is not null
qualify row_number() over (partition by outlet_id order by word_share desc, speaker) <= 5
order by outlet, outlet_id, word_share desc, speaker
