-- What has one person said, word for word, in order of time?
-- Direct quotes of the speaker that is named, by whatever name the articles use, else of the person with the most of them.
-- --speaker NAME: whose words, by name, alias or key; without it the person with the most direct quotes
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
        and kind = 'direct'
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

most_quoted as (
    select speaker_entity_id
    from asked_quote
    where speaker_kind = 'person' and getvariable('speaker') is null
    group by speaker_entity_id
    order by count(*) desc, speaker_entity_id
    limit 1
),

asked_speaker as (
    from named
    union
    from most_quoted
)

select
    quote.speaker,
    coalesce(quote.uttered_on, quote.published_on) as said_on,
    quote.quote,
    quote.outlet,
    quote.article_title,
    quote.article_url
from asked_quote as quote
semi join asked_speaker using (speaker_entity_id)
order by said_on, quote.outlet, quote.article_id, quote.is_in_title desc, quote.char_start
