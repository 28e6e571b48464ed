-- One row per speaker, outlet and day of publication.
create or replace view mart.speaker_daily as
with counted as (
    select
        entity.name as speaker,
        outlet.name as outlet,
        speaker_daily.published_on,
        speaker_daily.quote_count::bigint as quote_count,
        speaker_daily.word_count::bigint as word_count,
        speaker_daily.article_count::bigint as article_count,
        speaker_daily.direct_quote_count::bigint as direct_quote_count,
        speaker_daily.mixed_quote_count::bigint as mixed_quote_count,
        speaker_daily.indirect_quote_count::bigint as indirect_quote_count,
        entity.kind as speaker_kind,
        entity.country_code as speaker_country_code,
        speaker_daily.speaker_entity_id,
        speaker_daily.outlet_id
    from ops.speaker_daily
    inner join core.entity on speaker_daily.speaker_entity_id = entity.entity_id
    left join core.outlet using (outlet_id)
    where coalesce(try_cast(getvariable('confidence') as double), 0.5) = 0.5
),

counted_with_another_bar as (
    select
        speaker,
        outlet,
        published_on,
        count(*) as quote_count,
        sum(word_count)::bigint as word_count,
        count(distinct article_id) as article_count,
        count(*) filter (where kind = 'direct') as direct_quote_count,
        count(*) filter (where kind = 'mixed') as mixed_quote_count,
        count(*) filter (where kind = 'indirect') as indirect_quote_count,
        speaker_kind,
        speaker_country_code,
        speaker_entity_id,
        outlet_id
    from mart.quote
    where
        speaker_entity_id is not null
        and coalesce(try_cast(getvariable('confidence') as double), 0.5) <> 0.5
    group by speaker_entity_id, speaker, speaker_kind, speaker_country_code, outlet_id, outlet, published_on
)

from counted
union all
from counted_with_another_bar;

comment on view mart.speaker_daily is 'One row per speaker, outlet and day of publication.';
comment on column mart.speaker_daily.speaker is 'Canonical name of the speaker.';
comment on column mart.speaker_daily.outlet is 'Name of the publisher.';
comment on column mart.speaker_daily.published_on is 'Day of publication, NULL for articles without a date.';
comment on column mart.speaker_daily.quote_count is 'Number of quotes.';
comment on column mart.speaker_daily.word_count is 'Number of words in the quotes.';
comment on column mart.speaker_daily.article_count is 'Number of articles with such a quote.';
comment on column mart.speaker_daily.direct_quote_count is 'Number of quotes that stand wholly in quotation marks.';
comment on column mart.speaker_daily.mixed_quote_count is 'Number of quotes that stand partly in quotation marks.';
comment on column mart.speaker_daily.indirect_quote_count is 'Number of quotes without quotation marks.';
comment on column mart.speaker_daily.speaker_kind is 'person, organisation or place.';
comment on column mart.speaker_daily.speaker_country_code is 'ISO 3166-1 alpha-2 code of the speaker, where it is known.';
comment on column mart.speaker_daily.speaker_entity_id is 'Key of the speaker.';
comment on column mart.speaker_daily.outlet_id is 'Key of the publisher.';
