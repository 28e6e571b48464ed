-- Who has the word after whom within an article?
-- Pairs of speakers whose quotes follow each other in the text: the second answers, adds to or contradicts the first.
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

-- with another bar than that of the run's counts each article is read anew
voice as (
    select
        quote.article_id,
        quote.speaker_entity_id,
        quote.cue_class,
        lag(quote.speaker_entity_id) over (
            partition by quote.article_id
            order by quote.char_start, quote.quote_id
        ) as answered_entity_id
    from core.quote
    where
        coalesce(getvariable('confidence')::double, 0.5) <> 0.5
        and quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
        and quote.speaker_entity_id is not null
        and not quote.in_title
        and quote.article_id in (select asked_article.article_id from asked_article)
),

answer as (
    from ops.answer
    where coalesce(getvariable('confidence')::double, 0.5) = 0.5
    union all by name
    select
        article_id,
        speaker_entity_id,
        answered_entity_id,
        count(*) as answer_count,
        count(*) filter (where cue_class = 'denial') as denial_count
    from voice
    where answered_entity_id <> speaker_entity_id
    group by article_id, speaker_entity_id, answered_entity_id
),

counted as (
    select
        answer.speaker_entity_id,
        answer.answered_entity_id,
        sum(answer.answer_count)::bigint as answer_count
    from answer
    where
        getvariable('rows') is not null
        and answer.article_id in (select asked_article.article_id from asked_article)
    group by answer.speaker_entity_id, answer.answered_entity_id
),

-- who wants some rows gets no pairs that answer less often than the last of theirs
most as (
    select answer_count
    from counted
    order by answer_count desc
    limit coalesce(getvariable('rows')::bigint, 0)
),

last_count as (
    select case when count(*) = getvariable('rows')::bigint then min(answer_count) else 0 end as answer_count
    from most
),

shown as (
    select
        counted.speaker_entity_id,
        counted.answered_entity_id
    from counted
    cross join last_count
    where counted.answer_count >= coalesce(last_count.answer_count, 0)
),

answered_in as (
    select
        answer.speaker_entity_id,
        answer.answered_entity_id,
        asked_article.outlet_id,
        sum(answer.answer_count) as answer_count,
        sum(answer.denial_count) as denial_count,
        count(*) as article_count
    from answer
    inner join asked_article using (article_id)
    where
        getvariable('rows') is null
        or (answer.speaker_entity_id, answer.answered_entity_id) in (
            select (shown.speaker_entity_id, shown.answered_entity_id) from shown
        )
    group by answer.speaker_entity_id, answer.answered_entity_id, asked_article.outlet_id
),

answered as (
    select
        speaker_entity_id,
        answered_entity_id,
        sum(answer_count)::bigint as answer_count,
        sum(denial_count)::bigint as denial_count,
        sum(article_count)::bigint as article_count,
        count(outlet_id) as outlet_count
    from answered_in
    group by speaker_entity_id, answered_entity_id
)

select
    speaker.name as speaker,
    other.name as answers,
    answered.answer_count,
    answered.denial_count,
    answered.article_count,
    answered.outlet_count
from answered
inner join core.entity as speaker on answered.speaker_entity_id = speaker.entity_id
inner join core.entity as other on answered.answered_entity_id = other.entity_id
order by answered.answer_count desc, speaker, answers, answered.speaker_entity_id, answered.answered_entity_id
