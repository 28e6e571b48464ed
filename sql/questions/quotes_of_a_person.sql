-- What has one person said, word for word, in order of time?
-- Direct quotes of the speaker that is named, by whatever name the articles use, else of the person with the most of them.
-- --speaker NAME: whose words, by name, alias or key; without it the person with the most direct quotes
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
with asked_article as (
    select
        article.article_id,
        article.published_on,
        article.title,
        article.url,
        outlet.name as outlet
    from core.article
    left join core.outlet using (outlet_id)
    where
        coalesce(lower(outlet.name) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(article.published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(article.published_on <= getvariable('to')::date, getvariable('to') is null)
        and not (coalesce(article.is_copy, false) and coalesce(getvariable('without_copies')::boolean, false))
),

asked_quote as (
    select
        quote.quote_id,
        quote.speaker_entity_id
    from core.quote
    inner join asked_article using (article_id)
    where quote.kind = 'direct' and quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
),

named as (
    select entity_id as speaker_entity_id
    from core.entity
    where lower(name) = lower(getvariable('speaker')) or entity_id = getvariable('speaker')
    union
    select entity_id
    from core.entity_alias
    where lower(alias) = lower(getvariable('speaker')) and alias_kind in ('name', 'spelling', 'acronym')
),

quoted as (
    select
        speaker_entity_id,
        count(*) as quote_count
    from asked_quote
    where getvariable('speaker') is null
    group by speaker_entity_id
),

most_quoted as (
    select quoted.speaker_entity_id
    from quoted
    inner join core.entity on quoted.speaker_entity_id = entity.entity_id
    where entity.kind = 'person'
    order by quoted.quote_count desc, quoted.speaker_entity_id
    limit 1
),

asked_speaker as (
    from named
    union
    from most_quoted
)

select
    speaker.name as speaker,
    coalesce(quote.uttered_on, asked_article.published_on) as said_on,
    quote.text as quote,
    asked_article.outlet,
    asked_article.title as article_title,
    asked_article.url as article_url
from asked_speaker
inner join core.entity as speaker on asked_speaker.speaker_entity_id = speaker.entity_id
inner join core.quote on asked_speaker.speaker_entity_id = quote.speaker_entity_id
inner join asked_article using (article_id)
semi join asked_quote using (quote_id)
order by said_on, asked_article.outlet, quote.article_id, quote.in_title desc, quote.char_start
