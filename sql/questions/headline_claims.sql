-- Which quote in the text backs the claim in the headline?
-- Each quote in a headline with the quote of the same speaker in the text that shares the most words with it, if there is one.
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

candidate as (
    select
        headline.quote_id,
        headline.outlet,
        headline.speaker,
        headline.quote as headline_quote,
        body.quote as body_quote,
        body.kind as body_kind,
        body.char_start,
        len(list_intersect(string_split(lower(headline.quote), ' '), string_split(lower(body.quote), ' '))) as shared_word_count,
        headline.article_url
    from asked_quote as headline
    left join asked_quote as body
        on
            headline.article_id = body.article_id
            and headline.speaker_entity_id = body.speaker_entity_id
            and not body.is_in_title
    where headline.is_in_title
)

select
    outlet,
    speaker,
    headline_quote,
    body_quote,
    coalesce(body_kind, 'nothing') as backed_by,
    article_url
from candidate
qualify row_number() over (partition by quote_id order by shared_word_count desc, char_start) = 1
order by outlet, article_url, headline_quote
