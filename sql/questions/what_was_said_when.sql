-- What was said when?
-- A timeline by the day that is meant, not the day of printing: the day the article states, else, marked so, the first publication. What several
-- articles report is one row, in the fullest wording, of a speaker whom the reader can know.
-- --speaker NAME: one speaker only
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
with asked_article as (
    select
        article.article_id,
        article.published_on,
        outlet.name as outlet
    from core.article
    left join core.outlet using (outlet_id)
    where
        coalesce(lower(outlet.name) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(article.published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(article.published_on <= getvariable('to')::date, getvariable('to') is null)
        and not (coalesce(article.is_copy, false) and coalesce(getvariable('without_copies')::boolean, false))
),

-- who wants some rows of all that was said gets no other days than theirs
first_said as (
    select said_on
    from ops.said
    where
        coalesce(getvariable('speaker'), getvariable('outlet')) is null
        and coalesce(getvariable('from')::date, getvariable('to')::date) is null
        and getvariable('confidence') is null
        and not coalesce(getvariable('without_copies')::boolean, false)
    order by said_on
    limit coalesce(getvariable('rows')::bigint, 0)
),

last_day as (
    select case when count(*) = getvariable('rows')::bigint then max(said_on) end as said_on
    from first_said
),

-- who asks for one speaker gets no quotes of others
asked_speaker as (
    select entity_id
    from core.entity
    where lower(name) = lower(getvariable('speaker'))
),

told_quote as (
    from core.quote
    where
        not in_title
        and confidence >= coalesce(getvariable('confidence')::double, 0.5)
        and (
            getvariable('speaker') is null
            or lower(speaker_text) = lower(getvariable('speaker'))
            or speaker_entity_id in (select asked_speaker.entity_id from asked_speaker)
        )
),

first_utterance as (
    select said.utterance_id
    from ops.said
    cross join last_day
    where said.said_on <= last_day.said_on
),

member as (
    select
        utterance_member.utterance_id,
        utterance_member.quote_id,
        utterance_member.part_text
    from core.utterance_member
    cross join last_day
    where
        last_day.said_on is null
        or utterance_member.utterance_id in (select first_utterance.utterance_id from first_utterance)
),

asked_quote as (
    select
        coalesce(member.utterance_id, quote.quote_id) as utterance_id,
        quote.quote_id,
        coalesce(member.part_text, quote.text) as quote,
        coalesce(speaker.name, case when quote.speaker_mention_kind <> 'pronoun' then quote.speaker_text end) as speaker,
        quote.speaker_mention_kind not in ('anonymous', 'collective', 'none')
        and (quote.speaker_mention_kind <> 'pronoun' or quote.speaker_entity_id is not null) as is_named_speaker,
        quote.uttered_on,
        asked_article.article_id,
        asked_article.outlet,
        asked_article.published_on
    from told_quote as quote
    cross join last_day
    inner join asked_article using (article_id)
    left join member using (quote_id)
    left join core.entity as speaker on quote.speaker_entity_id = speaker.entity_id
    where
        last_day.said_on is null or member.quote_id is not null
),

asked_words as materialized (
    from asked_quote
    where coalesce(lower(speaker) = lower(getvariable('speaker')), getvariable('speaker') is null)
),

-- most of what is said one quote reports: only the rest has to be brought together
said_once as (
    select
        utterance_id,
        coalesce(uttered_on, published_on) as said_on,
        uttered_on is not null as is_day_stated,
        speaker,
        quote,
        outlet as first_outlet,
        published_on as first_published_on,
        1::bigint as article_count
    from asked_words
    where is_named_speaker and utterance_id not in (select wording.utterance_id from ops.wording)
    union all
    select
        utterance_id,
        coalesce(min(uttered_on), min(published_on)) as said_on,
        min(uttered_on) is not null as is_day_stated,
        min(speaker) as speaker,
        arg_min(quote, row(-length(quote), quote_id)) as quote,
        arg_min(outlet, row(coalesce(published_on, date '9999-12-31'), quote_id)) as first_outlet,
        min(published_on) as first_published_on,
        count(distinct article_id) as article_count
    from asked_words
    where utterance_id in (select wording.utterance_id from ops.wording)
    group by utterance_id
    having bool_or(is_named_speaker)
)

select * exclude (utterance_id)
from said_once
where said_on is not null
order by said_on, speaker, first_outlet, utterance_id
