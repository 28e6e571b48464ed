-- One row per cleaning rule that took lines out of an article.
create table if not exists core.article_rule (
    article_id varchar not null,
    rule varchar not null,
    line_count integer not null
);

comment on table core.article_rule is 'One row per cleaning rule that took lines out of an article.';
comment on column core.article_rule.article_id is 'Article.';
comment on column core.article_rule.rule is 'Name of the rule.';
comment on column core.article_rule.line_count is 'Number of lines that the rule took out.';
