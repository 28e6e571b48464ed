-- Who accused whom, and what did the accused deny?
-- Accusations and criticism of a storyline, each beside the next denial of the one whom it is directed at, or else the last before, with the days between.
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
with accused_in_story as (
    select
        accusation.quote_id,
        accusation.accuser,
        accusation.accusation,
        accusation.said_on,
        accusation.accused,
        accusation.accused_entity_id,
        coalesce(story.parent_story_id, story.story_id) as story_id
    from mart.accusation
    inner join core.story_article using (article_id)
    inner join core.story using (story_id)
    where story_article.level = 'event' and accusation.accused_entity_id is not null
),

denial as (
    select
        coalesce(story.parent_story_id, story.story_id) as story_id,
        quote.speaker_entity_id,
        quote.quote_id,
        quote.text as denial,
        coalesce(quote.uttered_on, article.published_on) as denied_on
    from core.quote
    inner join core.article using (article_id)
    inner join core.story_article using (article_id)
    inner join core.story using (story_id)
    where
        quote.cue_class = 'denial'
        and quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
        and quote.speaker_entity_id in (select accused_in_story.accused_entity_id from accused_in_story)
        and story_article.level = 'event'
)

select
    accusation.accuser,
    accusation.accusation,
    accusation.said_on as accused_on,
    accusation.accused,
    denial.denial,
    denial.denied_on,
    datediff('day', accusation.said_on, denial.denied_on) as days_between
from accused_in_story as accusation
inner join denial
    on accusation.story_id = denial.story_id and accusation.accused_entity_id = denial.speaker_entity_id
qualify
    row_number() over (
        partition by accusation.quote_id, accusation.accused_entity_id
        order by days_between < 0, abs(days_between) nulls last, denial.quote_id
    ) = 1
order by accused_on, accusation.accuser, accusation.accusation, accusation.accused, denial.denied_on, denial.denial
