-- Does an outlet let named people speak, or unnamed ones?
-- Shares of quotes by how the speaker is named: somebody the reader can know, a group (officials), an unnamed source, or nobody (no speaker in the text,
-- or a pronoun that could not be resolved).
select
    outlet,
    count(*) as quote_count,
    round(avg(is_named_speaker::integer), 3) as named_share,
    round(avg((speaker_mention_kind = 'collective')::integer), 3) as collective_share,
    round(avg((speaker_mention_kind = 'anonymous')::integer), 3) as anonymous_share,
    round(avg((not is_named_speaker and speaker_mention_kind not in ('collective', 'anonymous'))::integer), 3) as no_speaker_share
from mart.quote
group by outlet_id, outlet
order by anonymous_share desc, outlet
