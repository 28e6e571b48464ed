-- One row per contiguous piece of a quote.
create table if not exists core.quote_span (
    quote_id varchar not null,
    article_id varchar not null,
    position integer not null,
    char_start integer not null,
    char_end integer not null,
    text varchar not null
);

comment on table core.quote_span is 'One row per contiguous piece of a quote.';
comment on column core.quote_span.quote_id is 'Quote.';
comment on column core.quote_span.article_id is 'Article.';
comment on column core.quote_span.position is 'Place among the pieces, 1 for the first.';
comment on column core.quote_span.char_start is 'Offset of the first character, in Unicode code points of the text, or of the title where the quote stands there.';
comment on column core.quote_span.char_end is 'Offset after the last character.';
comment on column core.quote_span.text is 'The words of the piece.';
