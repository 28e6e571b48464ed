-- shaperid:5a0f6c3e-6b51-5b0e-9d4c-2f1f2f7a8c11
-- Who is on record saying what, where and when: the views of mart, as Shaper draws them.
-- The warehouse is attached as onrecord (dashboards/shaper/init.sql).

select 'On Record'::section;

select '*'::dropdown as outlet, 'All outlets'::label
union all by name
from (
    select distinct outlet::dropdown as outlet, outlet::label
    from onrecord.mart.article
    where outlet is not null
    order by all
);

select
    min(published_on)::datepicker_from as from_day,
    max(published_on)::datepicker_to as to_day
from onrecord.mart.article;

create temp view asked_article as
from onrecord.mart.article
where
    getvariable('outlet') in ('*', outlet)
    and coalesce(published_on between getvariable('from_day') and getvariable('to_day'), true);

create temp view asked_quote as
from onrecord.mart.quote
where article_id in (select article_id from asked_article);

select 'Articles'::label;
select count(*) as " " from asked_article;

select 'Outlets'::label;
select count(distinct outlet_id) as " " from asked_article;

select 'Quotes'::label;
select count(*) as " " from asked_quote;

select 'Speakers who are known'::label;
select count(distinct speaker_entity_id) as " " from asked_quote;

select 'Quotes of a named speaker'::label;
select round(avg(is_named_speaker::integer), 2)::percent as " " from asked_quote;

select 'Second-hand quotes'::label;
select round(avg(is_second_hand::integer), 2)::percent as " " from asked_quote;

select ''::section;

select 'Quotes by day'::label;
select
    published_on::timestamp::xaxis as published_on,
    kind::category as kind,
    count(*)::barchart_stacked as quotes
from asked_quote
where published_on is not null
group by all
order by all;

select 'Kinds of speech'::label;
select
    kind::donutchart_category as kind,
    count(*)::donutchart as quotes
from asked_quote
group by all
order by all;

select ''::section;

select 'Words by outlet and kind'::label;
select
    coalesce(outlet, '(not known)')::yaxis as outlet,
    kind::category as kind,
    sum(word_count)::barchart_stacked as words
from asked_quote
group by all
order by all;

select 'Who speaks'::label;
select
    speaker,
    sum(word_count)::bigint as words,
    count(*) as quotes,
    count(distinct outlet_id) as outlets
from asked_quote
where speaker_entity_id is not null
group by speaker_entity_id, speaker
order by words desc, speaker
limit 12;

select ''::section;

select 'Countries in the news'::label;
select
    country::yaxis as country,
    mention_count::barchart as mentions
from (
    select
        entity_country_code as country,
        sum(mention_count) as mention_count
    from onrecord.mart.entity_daily
    where
        entity_country_code is not null
        and getvariable('outlet') in ('*', outlet)
        and coalesce(published_on between getvariable('from_day') and getvariable('to_day'), true)
    group by all
    order by mention_count desc, country
    limit 12
)
order by mention_count, country desc;

select 'One sentence, many wordings'::label;
select
    speaker,
    quote,
    outlet_count as outlets,
    wording_count as wordings,
    first_published_on::varchar as first_on
from onrecord.mart.utterance
where wording_count > 1
order by outlet_count desc, wording_count desc, speaker, quote
limit 12;

select 'What was said'::section;

select 'speaker or words'::input as words;

select
    speaker,
    quote,
    outlet,
    published_on::varchar as published_on,
    kind,
    article_title
from asked_quote
where contains(lower(concat_ws(' ', speaker, quote)), lower(coalesce(getvariable('words'), '')))
order by published_on desc, outlet, article_id, char_start
limit 50;

select 'quotes'::download_csv as "CSV";
from asked_quote;
