-- Who accused whom, and what did the accused deny?
-- Accusations of a storyline beside the denials of those whom they name, with the days between.
with told as (
    select
        coalesce(story.parent_story_id, story.story_id) as story_id,
        quote.*
    from core.story_article
    inner join core.story using (story_id)
    inner join mart.quote using (article_id)
    where story_article.level = 'event'
),

accusation as (
    select distinct
        told.story_id,
        told.speaker as accuser,
        told.quote,
        coalesce(told.uttered_on, told.published_on) as said_on,
        mention.entity_id,
        mention.entity as accused
    from told
    inner join mart.entity_mention as mention
        on
            told.article_id = mention.article_id
            and told.is_in_title = mention.is_in_title
            and mention.char_start between told.char_start and told.char_end
    where told.cue_class in ('accusation', 'criticism') and mention.entity_id is distinct from told.speaker_entity_id
),

denial as (
    select distinct
        story_id,
        speaker_entity_id,
        quote,
        coalesce(uttered_on, published_on) as said_on
    from told
    where cue_class = 'denial'
)

select
    accusation.accuser,
    accusation.quote as accusation,
    accusation.said_on as accused_on,
    accusation.accused,
    denial.quote as denial,
    denial.said_on as denied_on,
    datediff('day', accusation.said_on, denial.said_on) as days_between
from accusation
inner join denial
    on accusation.story_id = denial.story_id and accusation.entity_id = denial.speaker_entity_id
order by accused_on, accusation.accuser, accusation, denied_on, denial
