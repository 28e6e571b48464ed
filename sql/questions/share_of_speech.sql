-- Who has how large a share of the quoted words in each outlet?
-- The ten most quoted speakers of each outlet; quotes without a known speaker count in the whole.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
with spoken as (
    -- a run has counted the words of each day, copies included, with the usual bar
    select
        outlet_id,
        published_on,
        speaker_entity_id,
        quote_count,
        word_count,
        0 as word_count_of_all
    from ops.speaker_daily
    where coalesce(getvariable('confidence')::double, 0.5) = 0.5 and not coalesce(getvariable('without_copies')::boolean, false)
    union all by name
    select
        outlet_id,
        published_on,
        word_count as word_count_of_all
    from ops.outlet_daily
    where coalesce(getvariable('confidence')::double, 0.5) = 0.5 and not coalesce(getvariable('without_copies')::boolean, false)
    union all by name
    select
        article.outlet_id,
        article.published_on,
        quote.speaker_entity_id,
        1 as quote_count,
        len(string_split(quote.text, ' ')) as word_count,
        len(string_split(quote.text, ' ')) as word_count_of_all
    from core.quote
    inner join core.article using (article_id)
    where
        (coalesce(getvariable('confidence')::double, 0.5) <> 0.5 or coalesce(getvariable('without_copies')::boolean, false))
        and quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
        and not (coalesce(article.is_copy, false) and coalesce(getvariable('without_copies')::boolean, false))
),

words_of_speaker as (
    select
        spoken.outlet_id,
        spoken.speaker_entity_id,
        sum(spoken.quote_count)::bigint as quote_count,
        sum(spoken.word_count)::bigint as word_count,
        sum(spoken.word_count_of_all) as word_count_of_all
    from spoken
    left join core.outlet using (outlet_id)
    where
        coalesce(lower(outlet.name) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(spoken.published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(spoken.published_on <= getvariable('to')::date, getvariable('to') is null)
    group by spoken.outlet_id, spoken.speaker_entity_id
),

words_of_outlet as (
    select
        outlet_id,
        sum(word_count_of_all) as word_count,
        list_min(max(word_count, 10) filter (where speaker_entity_id is not null)) as tenth_word_count
    from words_of_speaker
    group by outlet_id
),

-- who comes tenth is told by the name where several have as many words
most_quoted as (
    select
        words_of_speaker.*,
        words_of_speaker.word_count / words_of_outlet.word_count as word_share
    from words_of_speaker
    inner join words_of_outlet on words_of_speaker.outlet_id is not distinct from words_of_outlet.outlet_id
    where words_of_speaker.speaker_entity_id is not null and words_of_speaker.word_count >= words_of_outlet.tenth_word_count
)

select
    outlet.name as outlet,
    speaker.name as speaker,
    most_quoted.quote_count,
    most_quoted.word_count,
    round(most_quoted.word_share, 3) as word_share
from most_quoted
inner join core.entity as speaker on most_quoted.speaker_entity_id = speaker.entity_id
left join core.outlet on most_quoted.outlet_id = outlet.outlet_id
qualify row_number() over (partition by most_quoted.outlet_id order by most_quoted.word_count desc, speaker.name) <= 10
order by outlet.name, most_quoted.word_count desc, speaker.name
