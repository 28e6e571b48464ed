-- One row per state of the title and text of a page, the newest included.
create table if not exists core.article_version (
    version_id varchar not null,
    article_id varchar not null,
    version_no integer,
    title varchar,
    text varchar not null,
    content_sha256 varchar not null,
    seen_from timestamp,
    seen_to timestamp,
    change_kind varchar,
    source_uri varchar not null
);

comment on table core.article_version is 'One row per state of the title and text of a page, the newest included.';
comment on column core.article_version.version_id is 'Key of the state: a hash of the article''s key and of the words of title and text. What differs in white space only is one state.';
comment on column core.article_version.article_id is 'Article; its row holds the newest state.';
comment on column core.article_version.version_no is 'Place of the state in time, 1 for the first; by content where the pages do not say when they were fetched.';
comment on column core.article_version.title is 'Headline in this state.';
comment on column core.article_version.text is 'Text in this state.';
comment on column core.article_version.content_sha256 is 'SHA-256 of the bytes of the page that shows it, of the last one where there are several.';
comment on column core.article_version.seen_from is 'First time in UTC at which the page was fetched in this state, NULL where that is not known.';
comment on column core.article_version.seen_to is 'Last time in UTC at which the page was fetched in this state.';
comment on column core.article_version.change_kind is
'What is new against the state before: first (none before), typo, headline, number, correction (a note that something was corrected), quote_added, quote_removed, quotes_changed, extended, cut or rewritten.';
comment on column core.article_version.source_uri is 'Where the page was read.';
