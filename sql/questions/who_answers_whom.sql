-- Who has the word after whom within an article?
-- Pairs of speakers whose quotes follow each other in the text: the second answers, adds to or contradicts the first.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
with asked_quote as (
    from mart.quote
    where
        coalesce(lower(outlet) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(published_on <= getvariable('to')::date, getvariable('to') is null)
        and article_id not in (
            select article.article_id
            from core.article
            where article.is_copy and getvariable('without_copies')::boolean
        )
        and confidence >= coalesce(getvariable('confidence')::double, 0)
),

voice as (
    select
        article_id,
        outlet_id,
        speaker_entity_id,
        speaker,
        cue_class,
        lag(speaker_entity_id) over in_article as previous_entity_id,
        lag(speaker) over in_article as previous_speaker
    from asked_quote
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
