-- Who has the word after whom within an article?
-- Pairs of speakers whose quotes follow each other in the text: the second answers, adds to or contradicts the first.
with voice as (
    select
        article_id,
        outlet_id,
        speaker_entity_id,
        speaker,
        cue_class,
        lag(speaker_entity_id) over in_article as previous_entity_id,
        lag(speaker) over in_article as previous_speaker
    from mart.quote
    where speaker_entity_id is not null and not is_in_title
    window in_article as (
        partition by article_id
        order by char_start, quote_id
    )
)

select
    speaker,
    previous_speaker as answers,
    count(*) as answer_count,
    count(*) filter (where cue_class = 'denial') as denial_count,
    count(distinct article_id) as article_count,
    count(distinct outlet_id) as outlet_count
from voice
where previous_entity_id <> speaker_entity_id
group by speaker_entity_id, speaker, previous_entity_id, previous_speaker
order by answer_count desc, speaker, answers
