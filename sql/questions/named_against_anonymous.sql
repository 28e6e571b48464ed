-- Does an outlet let named people speak, or unnamed ones?
-- Shares of quotes by how the speaker is named: somebody the reader can know, a group (officials), an unnamed source, or nobody (no speaker in the text,
-- or a pronoun that could not be resolved). Outlets with fewer than ten quotes come last; what copies of an article repeat counts once.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
with asked_article as (
    select
        article.article_id,
        article.outlet_id,
        coalesce(article.copy_class_id, article.article_id) as text_id
    from core.article
    left join core.outlet using (outlet_id)
    where
        coalesce(lower(outlet.name) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(article.published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(article.published_on <= getvariable('to')::date, getvariable('to') is null)
        and not (coalesce(article.is_copy, false) and coalesce(getvariable('without_copies')::boolean, false))
),

-- a run has counted each article, with the usual bar; what several articles of an outlet have in one text is counted here
placed as (
    select
        *,
        count(*) over (partition by outlet_id, text_id) = 1 and coalesce(getvariable('confidence')::double, 0.5) = 0.5 as is_counted
    from asked_article
),

told as (
    select
        placed.outlet_id,
        article_count.told_count,
        article_count.named_count,
        article_count.collective_count,
        article_count.anonymous_count
    from ops.article_count
    inner join placed using (article_id)
    where placed.is_counted and article_count.told_count > 0
    union all by name
    select
        placed.outlet_id,
        1 as told_count,
        (
            quote.speaker_mention_kind not in ('anonymous', 'collective', 'none')
            and (quote.speaker_mention_kind != 'pronoun' or quote.speaker_entity_id is not null)
        )::integer as named_count,
        (quote.speaker_mention_kind = 'collective')::integer as collective_count,
        (quote.speaker_mention_kind = 'anonymous')::integer as anonymous_count
    from core.quote
    inner join placed using (article_id)
    where not placed.is_counted and quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
    qualify row_number() over (
        partition by placed.outlet_id, placed.text_id, quote.text order by quote.article_id, quote.char_start, quote.quote_id
    ) = 1
),

told_by_outlet as (
    select
        outlet_id,
        sum(told_count)::bigint as quote_count,
        sum(named_count) as named_count,
        sum(collective_count) as collective_count,
        sum(anonymous_count) as anonymous_count
    from told
    group by outlet_id
)

select
    coalesce(outlet.name, '(not known)') as outlet,
    told.quote_count,
    round(told.named_count / told.quote_count, 3) as named_share,
    round(told.collective_count / told.quote_count, 3) as collective_share,
    round(told.anonymous_count / told.quote_count, 3) as anonymous_share,
    round((told.quote_count - told.named_count - told.collective_count - told.anonymous_count) / told.quote_count, 3) as no_speaker_share
from told_by_outlet as told
left join core.outlet using (outlet_id)
order by told.quote_count < 10, anonymous_share desc, outlet
