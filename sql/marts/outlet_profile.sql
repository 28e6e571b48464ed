-- One row per outlet: how much it publishes, whom it quotes and how it names its voices.
create or replace view mart.outlet_profile as
with article_of_outlet as (
    select
        outlet_id,
        count(*) as article_count,
        min(published_on) as first_published_on,
        max(published_on) as last_published_on,
        avg((published_on is not null)::integer) as dated_article_share
    from core.article
    group by outlet_id
),

quote_of_outlet as (
    select
        outlet_id,
        count(*) as quote_count,
        count(distinct speaker_entity_id) as speaker_count,
        avg((kind = 'direct')::integer) as direct_share,
        avg(is_named_speaker::integer) as named_speaker_share,
        avg((speaker_mention_kind = 'anonymous')::integer) as anonymous_share,
        avg(is_second_hand::integer) as second_hand_share
    from mart.quote
    group by outlet_id
)

select
    outlet.name as outlet,
    coalesce(article_of_outlet.article_count, 0) as article_count,
    coalesce(quote_of_outlet.quote_count, 0) as quote_count,
    coalesce(quote_of_outlet.speaker_count, 0) as speaker_count,
    quote_of_outlet.named_speaker_share,
    quote_of_outlet.anonymous_share,
    quote_of_outlet.direct_share,
    quote_of_outlet.second_hand_share,
    quote_of_outlet.quote_count / article_of_outlet.article_count as quotes_per_article,
    article_of_outlet.dated_article_share,
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
