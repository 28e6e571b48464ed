-- Does the text say what the headline says that somebody said?
-- Each quote in a headline with the quote in the text that has most of its words, whoever is named as its speaker; "text" where no quote has half
-- of them but the text has, "nothing" where it has not.
-- --outlet NAME: one outlet only
-- --from DATE: published on that day or later
-- --to DATE: published on that day or before
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
-- --without-copies: nothing from articles that are copies of others
with asked_article as (
    select
        article.article_id,
        article.url,
        outlet.name as outlet
    from core.article
    left join core.outlet using (outlet_id)
    where
        coalesce(lower(outlet.name) = lower(getvariable('outlet')), getvariable('outlet') is null)
        and coalesce(article.published_on >= getvariable('from')::date, getvariable('from') is null)
        and coalesce(article.published_on <= getvariable('to')::date, getvariable('to') is null)
        and not (coalesce(article.is_copy, false) and coalesce(getvariable('without_copies')::boolean, false))
),

-- of each headline the quote that backs it best among those that are sure enough
backed as (
    select
        *,
        case when word_share >= 0.5 then body_quote_id end as backing_quote_id
    from ops.headline_claim
    where
        confidence_above < coalesce(getvariable('confidence')::double, 0.5)
        and coalesce(getvariable('confidence')::double, 0.5) <= coalesce(confidence_to, coalesce(getvariable('confidence')::double, 0.5))
)

select
    asked_article.outlet,
    coalesce(
        speaker.name,
        case when headline.speaker_mention_kind != 'pronoun' then headline.speaker_text end
    ) as speaker,
    headline.text as headline_quote,
    case when backed.backing_quote_id is not null then body.kind when backed.text_share >= 0.5 then 'text' else 'nothing' end as backed_by,
    case when backed.backing_quote_id is not null then backed.word_share else backed.text_share end as word_share,
    coalesce(
        body_speaker.name,
        case when body.speaker_mention_kind != 'pronoun' then body.speaker_text end
    ) as body_speaker,
    body.text as body_quote,
    asked_article.url as article_url
from backed
inner join core.quote as headline on backed.headline_quote_id = headline.quote_id
inner join asked_article on backed.article_id = asked_article.article_id
left join core.quote as body on backed.backing_quote_id = body.quote_id
left join core.entity as speaker on headline.speaker_entity_id = speaker.entity_id
left join core.entity as body_speaker on body.speaker_entity_id = body_speaker.entity_id
where headline.confidence >= coalesce(getvariable('confidence')::double, 0.5)
order by asked_article.outlet, asked_article.url, headline.text
