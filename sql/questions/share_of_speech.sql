-- Who has how large a share of the quoted words in each outlet?
-- The ten most quoted speakers of each outlet; quotes without a known speaker count in the whole.
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

words_of_speaker as (
    select
        outlet_id,
        outlet,
        speaker_entity_id,
        speaker,
        count(*) as quote_count,
        sum(word_count)::bigint as word_count,
        sum(word_count) / sum(sum(word_count)) over (partition by outlet_id) as word_share
    from asked_quote
    group by outlet_id, outlet, speaker_entity_id, speaker
)

select
    outlet,
    speaker,
    quote_count,
    word_count,
    round(word_share, 3) as word_share
from words_of_speaker
where speaker_entity_id is not null
qualify row_number() over (partition by outlet_id order by word_count desc, speaker) <= 10
order by outlet, word_count desc, speaker
