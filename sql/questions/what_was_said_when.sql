-- What was said when?
-- A timeline by the day that is meant, not the day of printing: the day the article states, else, marked so, the first publication. What several
-- articles report is one row, in the fullest wording, of a speaker whom the reader can know.
-- --speaker NAME: one speaker only
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
        and coalesce(lower(speaker) = lower(getvariable('speaker')), getvariable('speaker') is null)
),

said_once as (
    select
        coalesce(utterance_member.utterance_id, asked_quote.quote_id) as utterance_id,
        coalesce(min(asked_quote.uttered_on), min(asked_quote.published_on)) as said_on,
        min(asked_quote.uttered_on) is not null as is_day_stated,
        min(asked_quote.speaker) as speaker,
        arg_min(
            coalesce(utterance_member.part_text, asked_quote.quote),
            row(-length(coalesce(utterance_member.part_text, asked_quote.quote)), asked_quote.quote_id)
        ) as quote,
        arg_min(asked_quote.outlet, row(coalesce(asked_quote.published_on, date '9999-12-31'), asked_quote.quote_id)) as first_outlet,
        min(asked_quote.published_on) as first_published_on,
        count(distinct asked_quote.article_id) as article_count
    from asked_quote
    left join core.utterance_member using (quote_id)
    where not asked_quote.is_in_title
    group by coalesce(utterance_member.utterance_id, asked_quote.quote_id)
    having bool_or(asked_quote.is_named_speaker)
)

select * exclude (utterance_id)
from said_once
where said_on is not null
order by said_on, speaker, first_outlet, utterance_id
