-- One row per article of a story; every article belongs to one event, and through it to at most one storyline.
create table if not exists core.story_article (
    story_id varchar not null,
    article_id varchar not null,
    level varchar not null,
    score double not null,
    is_centre boolean not null
);

comment on table core.story_article is 'One row per article of a story; every article belongs to one event, and through it to at most one storyline.';
comment on column core.story_article.story_id is 'Story.';
comment on column core.story_article.article_id is 'Article.';
comment on column core.story_article.level is 'event or storyline, as in core.story.';
comment on column core.story_article.score is
'How well it fits, 0 to 1: its average score with the other articles of the event, or of its event with the other events of the storyline; 1 where there are no others.';
comment on column core.story_article.is_centre is 'Whether it is the article most like all others of the story, from which the label is.';
