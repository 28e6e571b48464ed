-- Does the text say what the headline says that somebody said?
-- Each quote in a headline with the quote in the text that has most of its words, whoever is named as its speaker; "text" where no quote has half
-- of them but the text has, "nothing" where it has not.
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

headline as (
    select
        *,
        list_distinct(regexp_extract_all(lower(quote), '[\p{L}\p{N}]{3,}')) as words
    from asked_quote
    where is_in_title
),

body as (
    select
        *,
        list_distinct(regexp_extract_all(lower(quote), '[\p{L}\p{N}]{3,}')) as words
    from asked_quote
    where not is_in_title and article_id in (select headline.article_id from headline)
),

candidate as (
    select
        headline.quote_id,
        headline.outlet,
        headline.speaker,
        headline.quote as headline_quote,
        body.quote as body_quote,
        body.speaker as body_speaker,
        body.kind as body_kind,
        body.char_start,
        round(len(list_intersect(headline.words, body.words)) / greatest(len(headline.words), 1), 2) as word_share,
        headline.words,
        headline.article_id,
        headline.article_url
    from headline
    left join body using (article_id)
),

best as (
    from candidate
    qualify row_number() over (partition by quote_id order by word_share desc nulls last, char_start) = 1
),

-- the whole text is asked only where no quote of it has the words
written as (
    select
        article_id,
        list_distinct(regexp_extract_all(lower(text), '[\p{L}\p{N}]{3,}')) as words
    from core.article
    where article_id in (
        select best.article_id
        from best
        where best.word_share is null or best.word_share < 0.5
    )
),

backed as (
    select
        best.*,
        round(len(list_intersect(best.words, written.words)) / greatest(len(best.words), 1), 2) as text_share
    from best
    left join written using (article_id)
)

select
    outlet,
    speaker,
    headline_quote,
    case when word_share >= 0.5 then body_kind when text_share >= 0.5 then 'text' else 'nothing' end as backed_by,
    case when word_share >= 0.5 then word_share else text_share end as word_share,
    case when word_share >= 0.5 then body_speaker end as body_speaker,
    case when word_share >= 0.5 then body_quote end as body_quote,
    article_url
from backed
order by outlet, article_url, headline_quote
