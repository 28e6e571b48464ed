-- One row per author of an article, in the order of the page.
create table if not exists core.article_author (
    article_id varchar not null,
    position integer not null,
    name varchar not null
);

comment on table core.article_author is 'One row per author of an article, in the order of the page.';
comment on column core.article_author.article_id is 'Article.';
comment on column core.article_author.position is 'Place in the byline, 1 for the first.';
comment on column core.article_author.name is 'Name as written in the byline, without "By".';
