-- Who has how large a share of the quoted words in each outlet?
-- The ten most quoted speakers of each outlet; quotes without a known speaker count in the whole.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
with asked_article as (
    select
        article.article_id,
        article.outlet_id
    from core.article
    left join core.outlet using (outlet_id)
    where
        coalesce(lower(outlet.name) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(article.published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(article.published_on <= getvariable('to')::date, getvariable('to') is null)
        and not (coalesce(article.is_copy, false) and coalesce(getvariable('without_copies')::boolean, false))
),

asked_quote as (
    from core.quote
    inner join asked_article using (article_id)
    where quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
),

words_of_speaker as (
    select
        outlet_id,
        speaker_entity_id,
        count(*) as quote_count,
        sum(len(string_split(text, ' ')))::bigint as word_count
    from asked_quote
    group by outlet_id, speaker_entity_id
),

share_of_speaker as (
    select
        *,
        word_count / sum(word_count) over (partition by outlet_id) as word_share
    from words_of_speaker
),

-- who comes tenth is told by the name where several have as many words
most_quoted as (
    from share_of_speaker
    where speaker_entity_id is not null
    qualify rank() over (partition by outlet_id order by word_count desc) <= 10
)

select
    outlet.name as outlet,
    speaker.name as speaker,
    most_quoted.quote_count,
    most_quoted.word_count,
    round(most_quoted.word_share, 3) as word_share
from most_quoted
inner join core.entity as speaker on most_quoted.speaker_entity_id = speaker.entity_id
left join core.outlet using (outlet_id)
qualify row_number() over (partition by most_quoted.outlet_id order by most_quoted.word_count desc, speaker.name) <= 10
order by outlet.name, most_quoted.word_count desc, speaker.name
