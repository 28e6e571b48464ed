-- Named and unnamed voices
-- Somebody the reader can know, a group (officials), an unnamed source, or nobody (no speaker, or a pronoun that could not be resolved).
select
    coalesce(outlet, '(not stated)') as outlet,
    outlet_id,
    count(*) filter (where is_named_speaker) as named,
    count(*) filter (where speaker_mention_kind = 'collective') as a_group,
    count(*) filter (where speaker_mention_kind = 'anonymous') as unnamed,
    count(*) filter (where not is_named_speaker and speaker_mention_kind not in ('collective', 'anonymous')) as nobody
from mart.quote
group by outlet_id, outlet
order by count(*) desc, outlet
limit 30
