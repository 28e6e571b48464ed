-- One row per quote of a former state of a page.
create table if not exists core.version_quote (
    version_id varchar not null,
    article_id varchar not null,
    quote_id varchar not null,
    kind varchar not null,
    in_title boolean not null,
    text varchar not null,
    char_start integer not null,
    char_end integer not null,
    speaker_text varchar
);

comment on table core.version_quote is
'One row per quote of a former state of a page. The quotes of the newest state are in core.quote.';
comment on column core.version_quote.version_id is 'State of the page.';
comment on column core.version_quote.article_id is 'Article.';
comment on column core.version_quote.quote_id is 'Key that the quote had.';
comment on column core.version_quote.kind is 'direct, mixed or indirect.';
comment on column core.version_quote.in_title is 'Whether it stood in the title; offsets count there then.';
comment on column core.version_quote.text is 'The words; the pieces of a split quote are joined by " ... ".';
comment on column core.version_quote.char_start is 'Offset of the first character in that state''s text, in Unicode code points.';
comment on column core.version_quote.char_end is 'Offset after the last character.';
comment on column core.version_quote.speaker_text is 'Words that stood for the speaker.';
