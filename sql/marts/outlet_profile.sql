-- One row per outlet: how much it publishes, whom it quotes and how it names its voices.
create or replace view mart.outlet_profile as
with article_of_outlet as (
    select
        outlet_id,
        sum(article_count)::bigint as article_count,
        min(published_on) as first_published_on,
        max(published_on) as last_published_on,
        sum(article_count) filter (where published_on is not null) as dated_count
    from ops.outlet_daily
    group by outlet_id
),

speaker_of_outlet as (
    select
        outlet_id,
        count(distinct speaker_entity_id) as speaker_count
    from ops.speaker_daily
    group by outlet_id
),

quote_of_outlet as (
    select
        outlet_daily.outlet_id,
        sum(outlet_daily.quote_count)::bigint as quote_count,
        any_value(speaker_of_outlet.speaker_count) as speaker_count,
        sum(outlet_daily.direct_count)::bigint as direct_count,
        sum(outlet_daily.named_count)::bigint as named_count,
        sum(outlet_daily.anonymous_count)::bigint as anonymous_count,
        sum(outlet_daily.second_hand_count)::bigint as second_hand_count
    from ops.outlet_daily
    left join speaker_of_outlet using (outlet_id)
    where coalesce(try_cast(getvariable('confidence') as double), 0.5) = 0.5
    group by outlet_daily.outlet_id
    union all by name
    select
        outlet_id,
        count(*) as quote_count,
        count(distinct speaker_entity_id) as speaker_count,
        count(*) filter (where kind = 'direct') as direct_count,
        count(*) filter (where is_named_speaker) as named_count,
        count(*) filter (where speaker_mention_kind = 'anonymous') as anonymous_count,
        count(*) filter (where is_second_hand) as second_hand_count
    from mart.quote
    where coalesce(try_cast(getvariable('confidence') as double), 0.5) <> 0.5
    group by outlet_id
)

select
    outlet.name as outlet,
    coalesce(article_of_outlet.article_count, 0) as article_count,
    coalesce(quote_of_outlet.quote_count, 0) as quote_count,
    coalesce(quote_of_outlet.speaker_count, 0) as speaker_count,
    quote_of_outlet.named_count / nullif(quote_of_outlet.quote_count, 0) as named_speaker_share,
    quote_of_outlet.anonymous_count / nullif(quote_of_outlet.quote_count, 0) as anonymous_share,
    quote_of_outlet.direct_count / nullif(quote_of_outlet.quote_count, 0) as direct_share,
    quote_of_outlet.second_hand_count / nullif(quote_of_outlet.quote_count, 0) as second_hand_share,
    nullif(quote_of_outlet.quote_count, 0) / article_of_outlet.article_count as quotes_per_article,
    coalesce(article_of_outlet.dated_count, 0) / article_of_outlet.article_count as dated_article_share,
    article_of_outlet.first_published_on,
    article_of_outlet.last_published_on,
    outlet.domain as outlet_domain,
    outlet.country_code as outlet_country_code,
    outlet.outlet_id
from core.outlet
left join article_of_outlet using (outlet_id)
left join quote_of_outlet using (outlet_id);

comment on view mart.outlet_profile is 'One row per outlet: how much it publishes, whom it quotes and how it names its voices.';
comment on column mart.outlet_profile.outlet is 'Name of the publisher.';
comment on column mart.outlet_profile.article_count is 'Number of articles.';
comment on column mart.outlet_profile.quote_count is 'Number of quotes.';
comment on column mart.outlet_profile.speaker_count is 'Number of different people, organisations and places that speak.';
comment on column mart.outlet_profile.named_speaker_share is 'Share of quotes whose speaker the reader can know, 0 to 1.';
comment on column mart.outlet_profile.anonymous_share is 'Share of quotes of unnamed sources, 0 to 1.';
comment on column mart.outlet_profile.direct_share is 'Share of quotes that stand wholly in quotation marks, 0 to 1.';
comment on column mart.outlet_profile.second_hand_share is 'Share of quotes that came through another source, 0 to 1.';
comment on column mart.outlet_profile.quotes_per_article is 'Number of quotes divided by the number of articles.';
comment on column mart.outlet_profile.dated_article_share is 'Share of articles whose page states the day, 0 to 1.';
comment on column mart.outlet_profile.first_published_on is 'First day of publication.';
comment on column mart.outlet_profile.last_published_on is 'Last day of publication.';
comment on column mart.outlet_profile.outlet_domain is 'Web domain of the publisher.';
comment on column mart.outlet_profile.outlet_country_code is 'ISO 3166-1 alpha-2 code of the publisher''s country.';
comment on column mart.outlet_profile.outlet_id is 'Key of the publisher.';
