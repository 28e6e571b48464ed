-- Of those who print the same words, who is nearest to the mouth that said them?
-- By utterance the sources that each outlet names between itself and the speaker; fewest first.
-- --confidence NUMBER: quotes that are at least so sure, 0 to 1; without it 0.5
with sourced_quote as (
    select
        quote_id,
        count(*) as source_count
    from core.quote_source
    group by quote_id
),

-- where no quote has a source all are as near
sourced_utterance as (
    select distinct utterance_member.utterance_id
    from core.utterance_member
    semi join sourced_quote using (quote_id)
),

wording as (
    select
        utterance_member.utterance_id,
        utterance_member.quote_id,
        utterance_member.score,
        utterance_member.is_representative,
        coalesce(utterance_member.part_text, quote.text) as text,
        article.outlet_id,
        coalesce(sourced_quote.source_count, 0) as source_count
    from core.utterance_member
    semi join sourced_utterance using (utterance_id)
    inner join core.quote using (quote_id)
    inner join core.article on quote.article_id = article.article_id
    left join sourced_quote using (quote_id)
    where quote.confidence >= coalesce(getvariable('confidence')::double, 0.5)
),

counted as (
    select
        utterance_id,
        outlet_id,
        min(source_count) as source_count,
        arg_min(quote_id, row(source_count, quote_id)) as quote_id
    from wording
    group by utterance_id, outlet_id
),

uneven as (
    select utterance_id
    from counted
    group by utterance_id
    having min(source_count) < max(source_count)
),

told as (
    select
        utterance_id,
        arg_min(text, row(not is_representative, -score, quote_id)) as quote
    from wording
    where utterance_id in (select uneven.utterance_id from uneven)
    group by utterance_id
),

chain as (
    select
        quote_id,
        string_agg(source_text, ' < ' order by hop) as source_chain
    from core.quote_source
    group by quote_id
)

select
    speaker.name as speaker,
    told.quote,
    outlet.name as outlet,
    counted.source_count,
    chain.source_chain
from told
inner join counted using (utterance_id)
inner join core.utterance using (utterance_id)
left join chain on counted.quote_id = chain.quote_id
left join core.outlet using (outlet_id)
left join core.entity as speaker on utterance.speaker_entity_id = speaker.entity_id
order by speaker.name, told.quote, counted.source_count, outlet.name
