-- One row per article, with its outlet and what was found in it.
create or replace view mart.article as
with quote_of_article as (
    select
        article_id,
        quote_count,
        direct_quote_count,
        mixed_quote_count,
        indirect_quote_count,
        speaker_count
    from ops.article_count
    where coalesce(try_cast(getvariable('confidence') as double), 0.5) = 0.5
    union all by name
    select
        article_id,
        count(*) as quote_count,
        count(*) filter (where kind = 'direct') as direct_quote_count,
        count(*) filter (where kind = 'mixed') as mixed_quote_count,
        count(*) filter (where kind = 'indirect') as indirect_quote_count,
        count(distinct speaker_entity_id) as speaker_count
    from core.quote
    where
        coalesce(try_cast(getvariable('confidence') as double), 0.5) <> 0.5
        and confidence >= coalesce(try_cast(getvariable('confidence') as double), 0.5)
    group by article_id
),

byline as (
    select
        article_id,
        string_agg(name, ', ' order by position) as authors
    from core.article_author
    group by article_id
)

select
    article.title,
    outlet.name as outlet,
    article.published_on,
    byline.authors,
    coalesce(quote_of_article.quote_count, 0) as quote_count,
    article.word_count,
    article.language,
    article.url,
    article.section,
    article.genre,
    article.dateline,
    article.text,
    coalesce(quote_of_article.direct_quote_count, 0) as direct_quote_count,
    coalesce(quote_of_article.mixed_quote_count, 0) as mixed_quote_count,
    coalesce(quote_of_article.indirect_quote_count, 0) as indirect_quote_count,
    coalesce(quote_of_article.speaker_count, 0) as speaker_count,
    coalesce(article_count.mention_count::bigint, 0) as mention_count,
    coalesce(article_count.entity_count::bigint, 0) as entity_count,
    article.published_at,
    article.published_precision,
    article.published_source,
    article.published_earliest,
    article.published_latest,
    article.modified_at,
    outlet.domain as outlet_domain,
    outlet.country_code as outlet_country_code,
    article.source_uri,
    article.article_id,
    article.outlet_id,
    coalesce(article.is_copy, false) as is_copy,
    coalesce(article.is_wire_copy, false) as is_wire_copy,
    article.copy_class_id
from core.article
left join core.outlet using (outlet_id)
left join byline using (article_id)
left join quote_of_article using (article_id)
left join ops.article_count using (article_id);

comment on view mart.article is 'One row per article, with its outlet and what was found in it.';
comment on column mart.article.title is 'Headline.';
comment on column mart.article.outlet is 'Name of the publisher.';
comment on column mart.article.published_on is 'Day of publication, NULL where the page does not state it.';
comment on column mart.article.authors is 'Names of the byline, split by commas.';
comment on column mart.article.quote_count is 'Number of quotes, title included.';
comment on column mart.article.word_count is 'Number of words in the text.';
comment on column mart.article.language is 'ISO 639-1 code of the language.';
comment on column mart.article.url is 'Address of the page.';
comment on column mart.article.section is 'Section of the outlet.';
comment on column mart.article.genre is 'article, live_blog, transcript, gallery, video or paywall_stub.';
comment on column mart.article.dateline is 'Place named at the head of the text.';
comment on column mart.article.text is 'The whole text, paragraphs split by a blank line.';
comment on column mart.article.direct_quote_count is 'Number of quotes that stand wholly in quotation marks.';
comment on column mart.article.mixed_quote_count is 'Number of quotes that stand partly in quotation marks.';
comment on column mart.article.indirect_quote_count is 'Number of quotes without quotation marks.';
comment on column mart.article.speaker_count is 'Number of different people, organisations and places that speak.';
comment on column mart.article.mention_count is 'Number of mentions of people, organisations and places, pronouns included.';
comment on column mart.article.entity_count is 'Number of different people, organisations and places.';
comment on column mart.article.published_at is 'Time of publication in UTC, NULL where only a day is known.';
comment on column mart.article.published_precision is 'How exact the date is: second, minute, day, month, year, range or unknown.';
comment on column mart.article.published_source is 'Where the date was read: json-ld, meta, visible, url, text, given, inferred or none.';
comment on column mart.article.published_earliest is 'First day on which the article can have been published.';
comment on column mart.article.published_latest is 'Last day on which the article can have been published.';
comment on column mart.article.modified_at is 'Time of the last change in UTC, as the page states it.';
comment on column mart.article.outlet_domain is 'Web domain of the publisher.';
comment on column mart.article.outlet_country_code is 'ISO 3166-1 alpha-2 code of the publisher''s country.';
comment on column mart.article.source_uri is 'Where the page was read.';
comment on column mart.article.article_id is 'Key of the article.';
comment on column mart.article.outlet_id is 'Key of the publisher, NULL where the page does not show one.';
comment on column mart.article.is_copy is 'Whether it has the text of another article that was published first: where not is_copy leaves each text once.';
comment on column mart.article.is_wire_copy is 'Whether it is a news agency''s text in another outlet.';
comment on column mart.article.copy_class_id is 'Key of the first article with this text.';
