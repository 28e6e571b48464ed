-- One row per temporal expression in an article.
create table if not exists core.time_mention (
    article_id varchar not null,
    in_title boolean not null,
    text varchar not null,
    char_start integer not null,
    char_end integer not null,
    date_from date,
    date_to date,
    granularity varchar,
    rule varchar not null
);

comment on table core.time_mention is 'One row per temporal expression in an article.';
comment on column core.time_mention.article_id is 'Article.';
comment on column core.time_mention.in_title is 'Whether it stands in the title; offsets count there then.';
comment on column core.time_mention.text is 'The words: on Friday.';
comment on column core.time_mention.char_start is 'Offset of the first character, in Unicode code points.';
comment on column core.time_mention.char_end is 'Offset after the last character.';
comment on column core.time_mention.date_from is 'First day meant, NULL where the text and the article''s date do not allow an answer.';
comment on column core.time_mention.date_to is 'Last day meant, inclusive.';
comment on column core.time_mention.granularity is 'day, week, weekend, month, quarter, season, year, decade or range.';
comment on column core.time_mention.rule is 'Name of the rule that found the days.';
