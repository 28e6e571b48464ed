-- Which verbs did the outlets give one act?
-- One thing said once: who lets it be said, who lets it be claimed, admitted or threatened.
with wording as (
    from mart.utterance_wording
),

called as (
    select
        utterance_id,
        outlet_id,
        outlet,
        cue_lemma,
        cue_class,
        arg_min(quote, quote_id) as quote
    from wording
    where cue_lemma is not null
    group by utterance_id, outlet_id, outlet, cue_lemma, cue_class
),

called_variously as (
    select utterance_id
    from called
    group by utterance_id
    having count(distinct cue_lemma) > 1 and count(distinct outlet_id) > 1
),

told as (
    select
        utterance_id,
        arg_min(quote, row(not is_representative, -score, quote_id)) as quote,
        min(published_on) as first_published_on
    from wording
    where utterance_id in (select called_variously.utterance_id from called_variously)
    group by utterance_id
)

select
    speaker.name as speaker,
    told.quote as utterance,
    called.outlet,
    called.cue_lemma,
    called.cue_class,
    called.quote
from told
inner join called using (utterance_id)
inner join core.utterance using (utterance_id)
left join core.entity as speaker on utterance.speaker_entity_id = speaker.entity_id
order by told.first_published_on, told.quote, called.outlet, called.cue_lemma, called.quote
