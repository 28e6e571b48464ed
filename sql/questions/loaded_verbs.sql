-- Which outlets report speech with loaded verbs?
-- Verbs such as claim, admit or warn tell the reader how to take the words; said and told do not.
with cue_of_outlet as (
    select
        outlet_id,
        outlet,
        cue_class,
        cue_lemma,
        count(*) as quote_count,
        count(*) / sum(count(*)) over (partition by outlet_id) as quote_share
    from mart.quote
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
