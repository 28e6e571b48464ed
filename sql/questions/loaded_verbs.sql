-- Which outlets report speech with loaded verbs?
-- Verbs such as claim, admit or warn tell the reader how to take the words; said and told do not.
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

cue_of_outlet as (
    select
        outlet_id,
        outlet,
        cue_class,
        cue_lemma,
        count(*) as quote_count,
        count(*) / sum(count(*)) over (partition by outlet_id) as quote_share
    from asked_quote
    where cue_lemma is not null
    group by outlet_id, outlet, cue_class, cue_lemma
)

select
    outlet,
    cue_class,
    cue_lemma,
    quote_count,
    round(quote_share, 3) as quote_share
from cue_of_outlet
where cue_class in ('accusation', 'agreement', 'claim', 'criticism', 'denial', 'emphasis', 'praise', 'warning')
order by outlet, quote_count desc, cue_class, cue_lemma
