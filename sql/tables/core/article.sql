-- One row per page that is an article. A page that was crawled again replaces its older version.
create table if not exists core.article (
    article_id varchar primary key,
    outlet_id varchar,
    outlet_name varchar,
    url varchar,
    canonical_url varchar,
    title varchar,
    text varchar not null,
    language varchar,
    language_confidence double,
    language_model varchar,
    published_on date,
    published_at timestamp,
    published_precision varchar not null,
    published_source varchar not null,
    published_earliest date,
    published_latest date,
    published_evidence varchar,
    modified_at timestamp,
    dateline varchar,
    section varchar,
    genre varchar not null,
    extractor varchar not null,
    word_count integer not null,
    source_uri varchar not null,
    external_id varchar,
    content_sha256 varchar not null,
    fetched_at timestamp,
    first_run_id varchar not null,
    last_run_id varchar not null,
    copy_class_id varchar,
    is_copy boolean,
    is_wire_copy boolean,
    wire_entity_id varchar,
    wire_text varchar
);

comment on table core.article is 'One row per page that is an article. A page that was crawled again replaces its older version.';
comment on column core.article.article_id is 'Key of the article: a hash of its address, or of where it was read when it has none.';
comment on column core.article.outlet_name is
'The publisher''s name as this page shows it; core.outlet has the name that most of its pages show.';
comment on column core.article.outlet_id is 'Publisher, NULL where the page does not show one.';
comment on column core.article.url is 'Address of the page, NULL where it is not known.';
comment on column core.article.canonical_url is 'Address that the page itself calls canonical.';
comment on column core.article.title is 'Headline. Offsets of rows with in_title count in it.';
comment on column core.article.text is 'What a reader would call the article: paragraphs split by one blank line, no boilerplate, no title repeated. Offsets count in it.';
comment on column core.article.language is 'ISO 639-1 code of the language, NULL where it could not be told.';
comment on column core.article.language_confidence is 'How sure the language is, 0 to 1; NULL where the record states it.';
comment on column core.article.language_model is 'spaCy pipeline and version that read the text, NULL where the language has none: then there are no quotes and mentions.';
comment on column core.article.published_on is 'Day of publication, NULL where the page does not state it. Never guessed.';
comment on column core.article.published_at is 'Time of publication in UTC, NULL where only a day is known.';
comment on column core.article.published_precision is 'How exact the date is: second, minute, day, month, year, range or unknown.';
comment on column core.article.published_source is 'Where the date was read: json-ld, meta, visible, url, text, given, inferred or none.';
comment on column core.article.published_earliest is 'First day on which the article can have been published, NULL where nothing bounds it.';
comment on column core.article.published_latest is 'Last day on which the article can have been published, NULL where nothing bounds it.';
comment on column core.article.published_evidence is 'The words or markup that state the date.';
comment on column core.article.modified_at is 'Time of the last change in UTC, as the page states it.';
comment on column core.article.dateline is 'Place named at the head of the text, such as KYIV.';
comment on column core.article.section is 'Section of the outlet, as the page states it.';
comment on column core.article.genre is 'article, live_blog, transcript, gallery, video or paywall_stub.';
comment on column core.article.extractor is 'Which extractor found the text; given where the record brought it.';
comment on column core.article.word_count is 'Number of words in the text, split at white space; two characters of Chinese or Japanese count as a word, four of Thai, Lao, Khmer or Burmese.';
comment on column core.article.source_uri is 'Where the page was read: path, path#line, path#offset or address.';
comment on column core.article.external_id is 'Key that the publisher or the record itself gives, as written there.';
comment on column core.article.content_sha256 is 'SHA-256 of the bytes as read, in 64 hex digits.';
comment on column core.article.fetched_at is 'Time in UTC at which the page was fetched, NULL for files that do not say.';
comment on column core.article.first_run_id is 'Run that loaded the article for the first time.';
comment on column core.article.last_run_id is 'Run that loaded the version that is here.';
comment on column core.article.copy_class_id is
'The article that it and its copies go back to: the first of them by time of publication, then by key; its own key where there are no copies. NULL until it was compared.';
comment on column core.article.is_copy is 'Whether another article has the same text, perhaps edited, and was published first: where not is_copy leaves each text once.';
comment on column core.article.is_wire_copy is 'Whether it is a news agency''s text in another outlet: byline, dateline or text say so, or the agency''s own is among its copies.';
comment on column core.article.wire_entity_id is 'The agency, where its name is that of an entity.';
comment on column core.article.wire_text is 'The agency as the page names it.';
