-- Who accused whom, and what did the accused deny?
-- Accusations and criticism of a storyline, each beside the next denial of the one whom it is directed at, or else the last before, with the days between.
with member as (
    select
        story_article.article_id,
        coalesce(story.parent_story_id, story.story_id) as story_id
    from core.story_article
    inner join core.story using (story_id)
    where story_article.level = 'event'
),

denial as (
    select
        member.story_id,
        quote.speaker_entity_id,
        quote.quote_id,
        quote.quote as denial,
        coalesce(quote.uttered_on, quote.published_on) as denied_on
    from member
    inner join mart.quote using (article_id)
    where quote.cue_class = 'denial'
)

select
    accusation.accuser,
    accusation.accusation,
    accusation.said_on as accused_on,
    accusation.accused,
    denial.denial,
    denial.denied_on,
    datediff('day', accusation.said_on, denial.denied_on) as days_between
from mart.accusation
inner join member using (article_id)
inner join denial
    on member.story_id = denial.story_id and accusation.accused_entity_id = denial.speaker_entity_id
qualify
    row_number() over (
        partition by accusation.quote_id, accusation.accused_entity_id
        order by days_between < 0, abs(days_between) nulls last, denial.quote_id
    ) = 1
order by accused_on, accusation.accuser, accusation.accusation, accusation.accused, denial.denied_on, denial.denial
