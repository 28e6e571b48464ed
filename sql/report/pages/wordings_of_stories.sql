-- What was said in some stories: each utterance with its wordings, those that most outlets print first.
with asked as (select unnest(getvariable('ids')::varchar[]) as story_id)

select
    story_article.story_id,
    utterance.utterance_id,
    coalesce(speaker.name, quote.speaker_text, '(not named)') as speaker,
    utterance.speaker_entity_id,
    coalesce(utterance.uttered_on, utterance.first_published_on) as said_on,
    utterance.outlet_count,
    quote.quote_id,
    coalesce(utterance_member.part_text, quote.text) as quote,
    quote.kind,
    quote.article_id,
    article.title as article_title,
    article.published_on,
    outlet.name as outlet,
    article.outlet_id
from core.story_article
semi join asked using (story_id)
inner join core.utterance_member using (article_id)
inner join core.utterance using (utterance_id)
inner join core.quote on utterance_member.quote_id = quote.quote_id
inner join core.article on quote.article_id = article.article_id
left join core.outlet using (outlet_id)
left join core.entity as speaker on utterance.speaker_entity_id = speaker.entity_id
where quote.confidence >= 0.5 and not quote.in_title
qualify
    dense_rank() over (
        partition by story_article.story_id
        order by utterance.outlet_count desc, utterance.quote_count desc, utterance.utterance_id
    ) <= 25
order by
    story_article.story_id,
    utterance.outlet_count desc,
    said_on nulls last,
    utterance.utterance_id,
    article.published_on nulls last,
    quote.quote_id
