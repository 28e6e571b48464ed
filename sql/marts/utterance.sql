-- One row per thing said once by one speaker: who printed it first, how long it lived, in how many outlets and wordings.
create or replace view mart.utterance as
with said as (
    select
        utterance_member.utterance_id,
        utterance.speaker_entity_id,
        utterance.uttered_on,
        utterance.min_score,
        utterance_member.is_representative,
        utterance_member.score,
        utterance.quote_count > 1 as is_of_several,
        quote.speaker_entity_id = utterance.speaker_entity_id as is_agreed,
        quote.article_id,
        quote.outlet_id,
        quote.outlet,
        quote.published_on,
        quote.quote_id,
        coalesce(utterance_member.part_text, quote.quote) as quote,
        quote.is_copy
    from core.utterance_member
    inner join core.utterance using (utterance_id)
    inner join mart.quote using (quote_id)
),

told as (
    -- grouped by what an utterance has one of, so that who asks for one speaker waits for no others
    select
        utterance_id,
        speaker_entity_id,
        uttered_on,
        min_score,
        arg_min(quote, row(not is_representative, -score, quote_id)) as quote,
        arg_min(outlet, row(published_on, is_copy, outlet)) filter (published_on is not null) as first_outlet,
        min(published_on) as first_published_on,
        max(published_on) as last_published_on,
        count(*) as quote_count,
        count(*) filter (not is_copy) as original_quote_count,
        count(distinct article_id) as article_count,
        count(distinct outlet_id) as outlet_count,
        round(avg(is_agreed::integer), 3) as speaker_agreement,
        greatest(
            1,
            count(distinct case when is_of_several then lower(trim(regexp_replace(quote, '[^\p{L}\p{N}]+', ' ', 'g'))) end)
        ) as wording_count
    from said
    group by utterance_id, speaker_entity_id, uttered_on, min_score
)

select
    speaker.name as speaker,
    told.quote,
    told.first_outlet,
    told.first_published_on,
    told.last_published_on,
    told.uttered_on,
    told.outlet_count,
    told.wording_count,
    told.quote_count,
    told.original_quote_count,
    told.article_count,
    datediff('day', told.first_published_on, told.last_published_on) as days_alive,
    told.speaker_agreement,
    told.min_score,
    told.utterance_id,
    told.speaker_entity_id
from told
left join core.entity as speaker on told.speaker_entity_id = speaker.entity_id;

comment on view mart.utterance is 'One row per thing said once by one speaker: who printed it first, how long it lived, in how many outlets and wordings.';
comment on column mart.utterance.speaker is 'Who said it, as most quotes have it; NULL where none names a known speaker.';
comment on column mart.utterance.quote is 'The wording that shows it best.';
comment on column mart.utterance.first_outlet is 'Outlet that printed it first, originals before copies.';
comment on column mart.utterance.first_published_on is 'First day on which it was printed, NULL where no article has a day.';
comment on column mart.utterance.last_published_on is 'Last day on which it was printed.';
comment on column mart.utterance.uttered_on is 'Day on which it was said, where articles state it.';
comment on column mart.utterance.outlet_count is 'Number of outlets that printed it.';
comment on column mart.utterance.wording_count is 'Number of different wordings.';
comment on column mart.utterance.quote_count is 'Number of quotes that report it, in copies too.';
comment on column mart.utterance.original_quote_count is 'Number of quotes that report it in articles that are no copies.';
comment on column mart.utterance.article_count is 'Number of articles.';
comment on column mart.utterance.days_alive is 'Days from the first printing to the last.';
comment on column mart.utterance.speaker_agreement is 'Share of the quotes with a known speaker that name this one, 0 to 1.';
comment on column mart.utterance.min_score is 'Score of the quote that fits least, 0 to 1: the least sure come first when sorted by it.';
comment on column mart.utterance.utterance_id is 'Key of the utterance.';
comment on column mart.utterance.speaker_entity_id is 'Key of the speaker.';
