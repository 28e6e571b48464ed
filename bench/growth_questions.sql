-- What the bench of questions adds to the referents of `bench.press`: each statement fills one table, from hashes of keys.
insert into core.outlet by name
select
    substr(sha256('outlet' || place), 1, 16) as outlet_id,
    'Outlet ' || place as name,
    'outlet' || place || '.example' as domain,
    ['US', 'GB', 'RU', 'FR', 'DE'][1 + place % 5] as country_code
from range(400) as step (place);

create or replace temp table placed_article as
select
    *,
    floor(400 * pow((hash(article_id) % 100000) / 100000.0, 2))::integer as outlet_no,
    (hash('copy', article_id) % 100) < 10 as has_copied
from pressed_article;

insert into core.article by name
select
    article_id,
    substr(sha256('outlet' || outlet_no), 1, 16) as outlet_id,
    'Outlet ' || outlet_no as outlet_name,
    'https://outlet' || outlet_no || '.example/' || article_no as url,
    'What happened in story ' || story_no || ', told by article ' || article_no as title,
    '' as text,
    'en' as language,
    published_on,
    'day' as published_precision,
    'meta' as published_source,
    published_on as published_earliest,
    published_on as published_latest,
    'article' as genre,
    'made' as extractor,
    600 as word_count,
    'made/' || article_no as source_uri,
    substr(sha256(article_id), 1, 16) as content_sha256,
    'run' as first_run_id,
    'run' as last_run_id,
    has_copied and article_id <> first_value(article_id) over in_story as is_copy,
    case when has_copied then first_value(article_id) over in_story else article_id end as copy_class_id,
    has_copied as is_wire_copy
from placed_article
window in_story as (partition by story_no order by article_no);

insert into core.entity by name
select
    entity_id,
    mode(name) as name,
    any_value(kind) as kind,
    any_value(country_code) as country_code,
    case when any_value(kind) = 'place' then (hash(entity_id) % 1000000)::bigint end as geonames_id
from core.referent
group by entity_id;

insert into core.entity_alias by name
select
    entity_id,
    form as alias,
    alias_kind,
    sum(mention_count)::integer as mention_count
from core.referent_form
inner join core.referent using (referent_id)
group by entity_id, form, alias_kind;

insert into core.entity_mention by name
select
    substr(sha256(referent_id || place), 1, 16) as mention_id,
    article_id,
    place = 0 and hash(referent_id) % 10 = 0 as in_title,
    name as text,
    100 * place + (hash(referent_id) % 3000)::integer as char_start,
    char_start + length(name) as char_end,
    kind,
    case when hash(referent_id, place) % 4 = 0 then 'pronoun' else 'name' end as mention_kind,
    referent_id,
    entity_id
from core.referent, range(4) as step (place);

insert into core.entity_relation by name
select
    substr(sha256('relation' || referent_id), 1, 16) as relation_id,
    article_id,
    referent_id as subject_referent_id,
    entity_id as subject_entity_id,
    form as role,
    false as in_title,
    0 as char_start,
    5 as char_end
from core.referent_form
inner join core.referent using (referent_id, article_id)
where alias_kind = 'role';

create or replace temp table said as
select
    referent_id,
    entity_id,
    article_id,
    name,
    place,
    substr(sha256('quote' || referent_id || place), 1, 16) as quote_id,
    (hash('quote', referent_id, place) % 1000000)::bigint as dice,
    (hash(entity_id, article_no // 6, place % 2) % 1000000000)::bigint as topic,
    published_on
from core.referent
inner join pressed_article using (article_id)
inner join range(3) as step (place) on place < 2 or hash(referent_id) % 4 = 0
where kind = 'person';

insert into core.quote by name
select
    quote_id,
    article_id,
    ['direct', 'mixed', 'indirect', 'indirect'][1 + dice % 4] as kind,
    dice % 20 = 0 as in_title,
    concat_ws(
        ' ',
        'we will',
        case when dice % 4 = 1 then '“so-called”' end,
        array_to_string(list_transform(range(8 + topic % 20), lambda x: 'word' || hash(topic, x + dice % 2) % 5000), ' ')
    ) as text,
    (dice % 3500)::integer as char_start,
    char_start + length(text) as char_end,
    ['said', 'told', 'claimed', 'denied', 'warned', 'accused', 'added', 'admitted'][1 + (dice // 7) % 8] as cue_text,
    ['say', 'tell', 'claim', 'deny', 'warn', 'accuse', 'add', 'admit'][1 + (dice // 7) % 8] as cue_lemma,
    ['neutral', 'neutral', 'claim', 'denial', 'warning', 'accusation', 'neutral', 'agreement'][1 + (dice // 7) % 8] as cue_class,
    case when dice % 10 > 0 then name end as speaker_text,
    ['none', 'role', 'anonymous', 'collective', 'pronoun', 'name', 'name', 'name', 'surname', 'surname'][1 + dice % 10] as speaker_mention_kind,
    case when dice % 10 > 3 then referent_id end as speaker_referent_id,
    case when dice % 10 > 3 then entity_id end as speaker_entity_id,
    case when dice % 29 = 0 then entity_id end as principal_entity_id,
    case when dice % 3 = 0 then published_on - (dice % 4)::integer end as uttered_on,
    0.3 + 0.7 * (dice % 1000) / 1000 as confidence,
    'clause:that' as rule,
    'en-parse' as reader
from said;

insert into core.quote_source by name
select
    quote_id,
    article_id,
    1 as hop,
    'Agency ' || dice % 40 as source_text,
    'agency' as source_kind
from said
where dice % 11 = 0;

create or replace temp table uttered as
select
    quote.quote_id,
    quote.article_id,
    quote.speaker_entity_id,
    case when quote.speaker_entity_id is null then quote.quote_id else substr(sha256(said.topic::varchar), 1, 16) end as utterance_id
from core.quote
inner join said using (quote_id);

insert into core.utterance_member by name
select
    utterance_id,
    quote_id,
    article_id,
    0 as char_start,
    20 as char_end,
    0.9 as score,
    row_number() over (partition by utterance_id order by quote_id) = 1 as is_representative,
    false as is_speaker_inferred
from uttered;

insert into core.utterance by name
select
    utterance_id,
    min(quote.speaker_entity_id) as speaker_entity_id,
    min(uttered_on) as uttered_on,
    min(published_on) as first_published_on,
    max(published_on) as last_published_on,
    count(*)::integer as quote_count,
    count(distinct outlet_id)::integer as outlet_count,
    count(distinct quote.text)::integer as wording_count,
    min(quote_id) as representative_quote_id,
    0.9 as min_score
from uttered
inner join core.quote using (quote_id)
inner join core.article on quote.article_id = article.article_id
group by utterance_id;

insert into core.story_article by name
select
    substr(sha256('story' || story_no), 1, 16) as story_id,
    article_id,
    'event' as level,
    0.8 as score,
    article_no % 6 = 0 as is_centre
from pressed_article
union all by name
select
    substr(sha256('storyline' || story_no // 5), 1, 16) as story_id,
    article_id,
    'storyline' as level,
    0.8 as score,
    article_no % 30 = 0 as is_centre
from pressed_article;

insert into core.story by name
select
    story_id,
    level,
    min(title) as label,
    case when level = 'event' then any_value(substr(sha256('storyline' || story_no // 5), 1, 16)) end as parent_story_id,
    min(published_on) as first_on,
    max(published_on) as last_on,
    count(*)::integer as article_count,
    count(distinct outlet_id)::integer as outlet_count,
    count(*) filter (where not is_copy)::integer as original_count
from core.story_article
inner join core.article using (article_id)
inner join (select article_id, story_no from pressed_article) as pressed using (article_id)
group by story_id, level;

update core.article set text = told.text
from (select article_id, string_agg(text, chr(10) || chr(10) order by char_start) as text from core.quote group by article_id) as told
where article.article_id = told.article_id;
