-- Who is accused in a story, and never heard in it?
-- People and bodies that an accusation is directed at, and that no article of the event quotes; a spokesperson's words are heard, too.
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
with accused_in_story as (
    select
        accusation.accused,
        accusation.accuser,
        accusation.accusation,
        accusation.accused_entity_id,
        story_article.story_id
    from mart.accusation
    inner join core.story_article using (article_id)
    where
        accusation.cue_class = 'accusation'
        and accusation.accused_entity_id is not null
        and story_article.level = 'event'
),

heard as (
    select
        story_article.story_id,
        unnest([quote.speaker_entity_id, quote.principal_entity_id]) as entity_id
    from core.story_article
    inner join core.quote using (article_id)
    where
        story_article.story_id in (select accused_in_story.story_id from accused_in_story)
        and quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
)

select
    story.label as story,
    accusation.accused,
    accusation.accuser,
    accusation.accusation,
    story.article_count
from accused_in_story as accusation
inner join core.story using (story_id)
where
    not exists (
        select 1
        from heard
        where heard.story_id = accusation.story_id and heard.entity_id = accusation.accused_entity_id
    )
group by story.first_on, story.label, accusation.accused, accusation.accuser, accusation.accusation, story.article_count
order by story.first_on, story.label, accusation.accused, accusation.accuser, accusation.accusation
