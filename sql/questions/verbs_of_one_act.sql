-- Which verbs did the outlets give one act?
-- One thing said once: who lets it be said, who lets it be claimed, admitted or threatened.
with called as (
    select
        utterance_id,
        outlet_id,
        outlet,
        cue_lemma,
        cue_class,
        arg_min(quote, quote_id) as quote
    from mart.utterance_wording
    where cue_lemma is not null
    group by utterance_id, outlet_id, outlet, cue_lemma, cue_class
),

called_variously as (
    select utterance_id
    from called
    group by utterance_id
    having count(distinct cue_lemma) > 1 and count(distinct outlet_id) > 1
)

select
    utterance.speaker,
    utterance.quote as utterance,
    called.outlet,
    called.cue_lemma,
    called.cue_class,
    called.quote
from mart.utterance
semi join called_variously using (utterance_id)
inner join called using (utterance_id)
order by utterance.first_published_on, utterance.quote, called.outlet, called.cue_lemma, called.quote
