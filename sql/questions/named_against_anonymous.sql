-- Does an outlet let named people speak, or unnamed ones?
-- Shares of quotes by how the speaker is named: somebody the reader can know, a group (officials), an unnamed source, or nobody (no speaker in the text,
-- or a pronoun that could not be resolved). Outlets with fewer than ten quotes come last; what copies of an article repeat counts once.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
with text_of as (
    select
        article_id,
        coalesce(copy_class_id, article_id) as text_id
    from core.article
),

asked_quote as (
    from mart.quote
    inner join text_of using (article_id)
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
    qualify row_number() over (
        partition by outlet_id, text_id, quote order by article_id, char_start
    ) = 1
)

select
    coalesce(outlet, '(not known)') as outlet,
    count(*) as quote_count,
    round(avg(is_named_speaker::integer), 3) as named_share,
    round(avg((speaker_mention_kind = 'collective')::integer), 3) as collective_share,
    round(avg((speaker_mention_kind = 'anonymous')::integer), 3) as anonymous_share,
    round(avg((not is_named_speaker and speaker_mention_kind not in ('collective', 'anonymous'))::integer), 3) as no_speaker_share
from asked_quote
group by outlet_id, outlet
order by quote_count < 10, anonymous_share desc, outlet
