-- Who is accused in a story, and never heard in it?
-- People and bodies that an accusation names, and that no article of the event quotes; a spokesperson's words are heard, too.
with told as (
    select
        story_article.story_id,
        quote.quote_id,
        quote.article_id,
        quote.is_in_title,
        quote.char_start,
        quote.char_end,
        quote.speaker,
        quote.quote,
        quote.cue_class,
        quote.speaker_entity_id,
        quote.principal_entity_id
    from core.story_article
    inner join mart.quote using (article_id)
    where story_article.level = 'event'
),

accused as (
    select distinct
        told.story_id,
        mention.entity_id,
        mention.entity,
        told.speaker as accuser,
        told.quote
    from told
    inner join mart.entity_mention as mention
        on
            told.article_id = mention.article_id
            and told.is_in_title = mention.is_in_title
            and mention.char_start between told.char_start and told.char_end
    where
        told.cue_class = 'accusation'
        and mention.entity_kind in ('person', 'organisation')
        and mention.entity_id is distinct from told.speaker_entity_id
)

select
    story.label as story,
    accused.entity as accused,
    accused.accuser,
    accused.quote as accusation,
    story.article_count
from accused
inner join core.story using (story_id)
where
    not exists (
        select 1
        from told
        where
            told.story_id = accused.story_id
            and accused.entity_id in (told.speaker_entity_id, told.principal_entity_id)
    )
order by story.first_on, story.label, accused.entity, accused.accuser, accused.quote
