-- Which outlets report speech with loaded verbs?
-- Verbs such as claim, admit or warn tell the reader how to take the words; said and told do not.
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

cue_of_outlet as (
    select
        outlet_id,
        cue_class,
        cue_lemma,
        count(*) as quote_count,
        count(*) / sum(count(*)) over (partition by outlet_id) as quote_share
    from asked_quote
    where cue_lemma is not null
    group by outlet_id, cue_class, cue_lemma
)

select
    outlet.name as outlet,
    cue_of_outlet.cue_class,
    cue_of_outlet.cue_lemma,
    cue_of_outlet.quote_count,
    round(cue_of_outlet.quote_share, 3) as quote_share
from cue_of_outlet
left join core.outlet using (outlet_id)
where cue_of_outlet.cue_class in ('accusation', 'agreement', 'claim', 'criticism', 'denial', 'emphasis', 'praise', 'warning')
order by outlet.name, cue_of_outlet.quote_count desc, cue_of_outlet.cue_class, cue_of_outlet.cue_lemma
