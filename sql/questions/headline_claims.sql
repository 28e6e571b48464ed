-- Which quote in the text backs the claim in the headline?
-- Each quote in a headline with the quote of the same speaker in the text that shares the most words with it, if there is one.
with candidate as (
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
    from mart.quote as headline
    left join mart.quote as body
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
